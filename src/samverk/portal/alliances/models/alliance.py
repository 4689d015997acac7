"""An alliance that answers a call, from its first draft on."""

from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from samverk.portal.alliances.states import AllianceState, ParticipantState
from samverk.portal.calls.models import Call
from samverk.portal.foundation.ids import new_id


class AllianceQuerySet(models.QuerySet["Alliance"]):
    def of(self, person: UUID) -> Self:
        """Those that a person founded or speaks for an organisation in."""
        from samverk.portal.alliances.models.participant import Participant  # noqa: PLC0415 - it points here

        speaks = Participant.objects.filter(alliance=OuterRef("pk"), contact=person, state=ParticipantState.JOINED)
        return self.filter(Q(founder=person) | Exists(speaks))

    def locked(self) -> Self:
        """Until the transaction ends, whoever does another deed in the alliance waits."""
        return self.select_for_update(of=("self",))

    def with_participants(self) -> Self:
        from samverk.portal.alliances.models.participant import Participant  # noqa: PLC0415 - it points here

        everyone = Participant.objects.select_related("contact").order_by("number")
        told = self.select_related("answers", "founder")
        return told.prefetch_related(Prefetch("participants", everyone), "controls")


class Alliance(models.Model):
    """`scheme` and `call` name the rulebook that judges it; `answers`, the call that it is meant for (S20), says when
    that closes. `aims`: keys of the scheme (S3), none if not yet known.

    `strands` (S6), `fields` (ISCED-F 2013) and `sectors` (NACE 2) are lists of codes. `goals` says what all have in
    common (S5). `grant` in EUR. `founder` leads it until an organisation that coordinates has joined (S9). `once`: the
    key of the form that it was kept with, so that a form sent twice keeps one alliance; empty if it came otherwise.
    `version` counts the changes to what this row says.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    scheme = models.CharField(max_length=120)
    call = models.CharField(max_length=120)
    answers = models.ForeignKey(Call, models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=300, blank=True)
    acronym = models.CharField(max_length=40, blank=True)
    goals = models.TextField(blank=True)
    aims = models.JSONField(null=True)
    strands = models.JSONField(default=list)
    fields = models.JSONField(default=list)
    sectors = models.JSONField(default=list)
    duration_months = models.PositiveSmallIntegerField(null=True)
    grant = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    founder = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=AllianceState.FORMING)
    version = models.PositiveIntegerField(default=1)
    once = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()

    objects = AllianceQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(state__in=list(AllianceState)), name="alliance_state_known"),
            models.CheckConstraint(
                condition=Q(grant__isnull=True) | Q(grant__gte=0), name="alliance_grant_not_negative"
            ),
            models.UniqueConstraint(fields=["founder", "once"], condition=~Q(once=""), name="alliance_kept_once"),
        ]
        indexes = [models.Index(fields=["founder", "-created_at", "-id"], name="alliance_by_founder")]

    def __str__(self) -> str:
        return self.acronym or self.title or str(self.id)

    @property
    def called(self) -> str:
        """What letters call it: its acronym, else its title."""
        return self.acronym or self.title or "–"

    @property
    def story(self) -> str:
        """What the ledger calls it."""
        return f"alliance:{self.id}"

    @property
    def life(self) -> AllianceState:
        """The state, as the lifecycle knows it."""
        return AllianceState(self.state)
