"""Who acts for an organisation."""

from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from samverk.portal.foundation.ids import new_id
from samverk.portal.organisations.models.organisation import Organisation
from samverk.portal.organisations.states import OPEN, UNANSWERED, MembershipState


class MembershipKind(models.TextChoices):
    """An editor keeps what is on record; a legal representative may also sign for the organisation."""

    EDITOR = "editor"
    LEGAL_REPRESENTATIVE = "legal_representative"


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> Self:
        return self.filter(state=MembershipState.ACTIVE)

    def of(self, person: UUID) -> Self:
        return self.filter(person=person)


class Membership(models.Model):
    """A person asks for it, and somebody else answers. `answered_at` and `answered_by` stay when it ends."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=MembershipKind)
    state = models.CharField(max_length=20, default=MembershipState.REQUESTED)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"], condition=Q(state__in=OPEN), name="membership_open_once"
            ),
            models.CheckConstraint(condition=Q(state__in=list(MembershipState)), name="membership_state_known"),
            models.CheckConstraint(condition=Q(kind__in=MembershipKind.values), name="membership_kind_known"),
            models.CheckConstraint(
                condition=Q(state__in=UNANSWERED, answered_at__isnull=True, answered_by__isnull=True)
                | ~Q(state__in=UNANSWERED) & Q(answered_at__isnull=False, answered_by__isnull=False),
                name="membership_answered_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("person")), name="membership_answered_by_other"
            ),
        ]
        indexes = [
            models.Index(fields=["state", "asked_at", "id"], name="membership_by_state"),
            models.Index(fields=["organisation", "state"], name="membership_by_organisation"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.person_id}"

    @property
    def life(self) -> MembershipState:
        """The state, as the lifecycle knows it."""
        return MembershipState(self.state)

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"membership:{self.id}"

    @property
    def story(self) -> str:
        """Under what the ledger tells it."""
        return f"organisation:{self.organisation_id}"
