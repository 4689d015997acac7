"""A power to act: a participant's legal representative empowers the coordinator to apply in its name (S9)."""

from datetime import datetime
from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q

from samverk.portal.alliances.models.alliance import Alliance
from samverk.portal.alliances.models.participant import Participant
from samverk.portal.alliances.states import LIVE_MANDATES, MandateState, VoidBecause
from samverk.portal.documents.models import Document
from samverk.portal.foundation.ids import new_id
from samverk.portal.people.models import Person


class MandateQuerySet(models.QuerySet["Mandate"]):
    def of(self, alliance: UUID) -> Self:
        """Those of an alliance, the newest first."""
        return self.filter(participant__alliance=alliance).order_by("-asked_at", "-id")

    def with_papers(self) -> Self:
        """With the papers, and the alliance with everybody in it."""
        return self.select_related("participant", "paper", "signed_paper").prefetch_related(
            Prefetch("participant__alliance", Alliance.objects.with_participants())
        )

    def live(self) -> Self:
        """Those that may be signed, and those that hold."""
        return self.filter(state__in=LIVE_MANDATES)


class Mandate(models.Model):
    """Asked of the one who reads mail at `address`, by a link of whose token only `digest` is kept.

    `facts` are what stands in it, as `actions.mandate_paper.facts_of` gives them, and `text` the whole worded text, in
    `language`: the page and the PDF `paper` say the same. `sha256` is that of the paper that was signed here, or of
    the scan that was handed in (`uploaded`). `signed_paper`: the same with the signature page, or the scan.
    `reason`: why it was declined, in the answerer's words. `answered_by`: who signed, handed in or declined.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    participant = models.ForeignKey(Participant, models.CASCADE, related_name="mandates")
    digest = models.CharField(max_length=64, unique=True)
    address = models.EmailField()
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    facts = models.JSONField()
    text = models.JSONField()
    state = models.CharField(max_length=20, default=MandateState.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    paper = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=150, blank=True)
    capacity = models.CharField(max_length=150, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    uploaded = models.BooleanField(default=False)
    signed_paper = models.ForeignKey(Document, models.PROTECT, null=True, related_name="+")
    reason = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    void_because = models.CharField(max_length=20, blank=True)
    void_at = models.DateTimeField(null=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant"], condition=Q(state=MandateState.ASKED), name="one_mandate_asked"
            ),
            models.UniqueConstraint(
                fields=["participant"], condition=Q(state=MandateState.SIGNED), name="one_mandate_holds"
            ),
            models.CheckConstraint(condition=Q(state__in=list(MandateState)), name="mandate_state_known"),
            models.CheckConstraint(
                condition=~Q(state=MandateState.SIGNED) | (~Q(sha256="") & Q(answered_by__isnull=False)),
                name="mandate_signed_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=MandateState.VOID, void_because__in=list(VoidBecause), void_at__isnull=False)
                | (~Q(state=MandateState.VOID) & Q(void_because="", void_at__isnull=True)),
                name="mandate_void_because",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state}: {self.participant_id}"

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"mandate:{self.id}"

    @property
    def life(self) -> MandateState:
        """The state, as the lifecycle knows it."""
        return MandateState(self.state)

    @property
    def holds(self) -> bool:
        return self.state == MandateState.SIGNED

    def is_asked_of(self, person: Person) -> bool:
        """Whether the address is that with which the person signs in; small and capital letters are the same."""
        return bool(person.email) and self.address.lower() == person.email

    def is_of(self, person: Person) -> bool:
        """Whether the person is asked to sign it, or has signed it or declined."""
        return self.answered_by_id == person.pk or (self.state == MandateState.ASKED and self.is_asked_of(person))

    def can_be_answered(self, at: datetime) -> bool:
        return self.state == MandateState.ASKED and at < self.expires_at
