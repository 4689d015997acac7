"""That the agency has made sure that an organisation is what it says."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.organisations.models.organisation import Organisation


class Withdrawal(models.TextChoices):
    """Why it holds no more."""

    MISTAKE = "mistake"
    CHANGED = "changed"
    CEASED = "ceased"
    MERGED = "merged"


class VerificationQuerySet(models.QuerySet["Verification"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class Verification(models.Model):
    """One time that somebody at the agency said so; the rows of an organisation are the history of it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="verifications")
    verified_at = models.DateTimeField()
    verified_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    reason = models.CharField(max_length=10, blank=True, choices=Withdrawal)

    objects = VerificationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(withdrawn_at__isnull=True), name="verification_stands_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, reason="")
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False, reason__in=Withdrawal.values),
                name="verification_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id}: {self.verified_at}"
