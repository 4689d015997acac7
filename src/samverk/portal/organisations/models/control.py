"""Which organisation controls which (S7)."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from samverk.portal.organisations.models.organisation import Organisation


class ControlQuerySet(models.QuerySet["Control"]):
    def standing(self) -> Self:
        """Those that nobody has taken back."""
        return self.filter(until__isnull=True)


class Control(models.Model):
    """`since`: when it was declared; `until`: when it was taken back. The row stays."""

    controller = models.ForeignKey(Organisation, models.PROTECT, related_name="controls")
    controlled = models.ForeignKey(Organisation, models.PROTECT, related_name="controlled_by")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    retracted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = ControlQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["controller", "controlled"], condition=Q(until__isnull=True), name="organisation_control_once"
            ),
            models.CheckConstraint(condition=~Q(controller=F("controlled")), name="organisation_control_of_another"),
            models.CheckConstraint(
                condition=Q(until__isnull=True, retracted_by__isnull=True)
                | Q(until__isnull=False, retracted_by__isnull=False),
                name="organisation_control_retracted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.controller_id} → {self.controlled_id}"
