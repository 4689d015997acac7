"""What a person is to the scheme, beyond being somebody with an account."""

from django.db import models
from django.db.models import Q

from samverk.portal.people.models.person import Person


class RoleKind(models.TextChoices):
    """The agency's people and the experts. Who acts for an organisation or an alliance is on record there."""

    CALL_MANAGER = "call_manager"
    OFFICER = "officer"
    FINANCE = "finance"
    AUDITOR = "auditor"
    EXPERT = "expert"


class Role(models.Model):
    """From `since` until `ended_at`, which is open while the role lasts."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=RoleKind)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "kind"], condition=Q(ended_at__isnull=True), name="role_once"),
            models.CheckConstraint(condition=Q(kind__in=RoleKind.values), name="role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.person_id}"

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"role:{self.pk}"
