"""What a person wants of letters."""

from django.conf import settings
from django.db import models

from samverk.portal.notices.states import Delivery, Kind


class Preference(models.Model):
    """Without a row a kind is delivered `now`."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    kind = models.CharField(max_length=40, choices=[(kind, kind) for kind in Kind])
    delivery = models.CharField(max_length=10, choices=[(way, way) for way in Delivery])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "kind"], name="preference_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.delivery}"
