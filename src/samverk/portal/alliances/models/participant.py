"""An organisation in its role in one alliance."""

from typing import Self
from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import Q

from samverk.portal.alliances.models.alliance import Alliance
from samverk.portal.alliances.states import GONE, NOT_COUNTED, ParticipantState
from samverk.portal.foundation.ids import new_id
from samverk.portal.organisations.models import Organisation
from samverk.scheme.values import Category, Role


class ParticipantQuerySet(models.QuerySet["Participant"]):
    def counted(self) -> Self:
        """Those whose facts the rules look at."""
        return self.exclude(state__in=NOT_COUNTED)

    def of(self, person: UUID) -> Self:
        """Those that a person speaks for."""
        return self.filter(contact=person, state=ParticipantState.JOINED)


class Participant(models.Model):
    """The facts are those of `scheme.facts.Participant`, and the statements stand behind them.

    An empty text, category or role means "not known". `key` names it within the alliance, as in a case file; `number`
    is its place in the list. `organisation`: the one of the registry, if it is there. `contact`: who speaks for it,
    from the day it joined. `replaces`: whose place it took. `reminded_at`: when it was last told what it owes.
    `version` counts the changes to what the row says.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    alliance = models.ForeignKey(Alliance, models.CASCADE, related_name="participants")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=120)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=2, blank=True)
    category = models.CharField(max_length=20, blank=True)
    role = models.CharField(max_length=20, blank=True)
    coordinator = models.BooleanField(default=False)
    charter = models.BooleanField(null=True)
    charter_from = models.DateField(null=True)
    charter_until = models.DateField(null=True)
    grant = models.DecimalField(max_digits=15, decimal_places=2, null=True)
    role_stated = models.BooleanField(null=True)
    added_value = models.BooleanField(null=True)
    experience = models.BooleanField(null=True)
    category_statement = models.TextField(blank=True)
    role_statement = models.TextField(blank=True)
    added_value_statement = models.TextField(blank=True)
    experience_statement = models.TextField(blank=True)
    contribution = models.TextField(blank=True)
    benefit = models.TextField(blank=True)
    initiatives = models.TextField(blank=True)
    contact = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    reminded_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=20, default=ParticipantState.PLANNED)
    version = models.PositiveIntegerField(default=1)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["alliance", "key"], condition=~Q(state__in=GONE), name="participant_key_once"
            ),
            models.UniqueConstraint(fields=["alliance", "number"], name="participant_number_once"),
            models.UniqueConstraint(
                fields=["alliance", "organisation"],
                condition=~Q(state__in=GONE),
                name="participant_organisation_once",
            ),
            models.UniqueConstraint(
                fields=["alliance"],
                condition=Q(coordinator=True, state=ParticipantState.JOINED),
                name="one_coordinator_has_joined",
            ),
            models.CheckConstraint(
                condition=Q(contact__isnull=False) | ~Q(state=ParticipantState.JOINED), name="joined_has_contact"
            ),
            models.CheckConstraint(condition=Q(state__in=list(ParticipantState)), name="participant_state_known"),
            models.CheckConstraint(condition=Q(category__in=["", *Category]), name="participant_category_known"),
            models.CheckConstraint(condition=Q(role__in=["", *Role]), name="participant_role_known"),
        ]
        indexes = [models.Index(fields=["contact", "state"], name="participant_by_contact")]

    def __str__(self) -> str:
        return self.name or self.key

    @property
    def counted(self) -> bool:
        return self.state not in NOT_COUNTED

    @property
    def gone(self) -> bool:
        return self.state in GONE

    @property
    def has_joined(self) -> bool:
        return self.state == ParticipantState.JOINED

    @property
    def life(self) -> ParticipantState:
        """The state, as the lifecycle knows it."""
        return ParticipantState(self.state)

    @property
    def about(self) -> str:
        """What the ledger calls it."""
        return f"participant:{self.id}"
