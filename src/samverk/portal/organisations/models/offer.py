"""What an organisation offers others, or wishes of them."""

from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.foundation.ids import new_id
from samverk.portal.organisations.models.organisation import Organisation


class OfferKind(models.TextChoices):
    """An offer is something that it can do for others, a wish something that it looks for."""

    OFFER = "offer"
    WISH = "wish"


class OfferQuerySet(models.QuerySet["Offer"]):
    def standing(self, day: date) -> Self:
        """Those that hold on that day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), ended_at__isnull=True)


class Offer(models.Model):
    """In Swedish, English or both. `themes`: codes of fields (ISCED-F 2013). `until`: the last day, if there is one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offers", db_index=False)
    kind = models.CharField(max_length=10, choices=OfferKind)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    themes = models.JSONField(default=list, blank=True)
    until = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OfferKind.values), name="organisation_offer_kind_known"),
            models.CheckConstraint(condition=~Q(text_sv="", text_en=""), name="organisation_offer_says_something"),
        ]
        indexes = [models.Index(fields=["organisation", "-id"], name="organisation_offer_newest")]

    def __str__(self) -> str:
        return str(self.id)

    def text(self, language: str) -> str:
        """In that language, or in the other if there is none."""
        return (self.text_sv or self.text_en) if language == "sv" else (self.text_en or self.text_sv)
