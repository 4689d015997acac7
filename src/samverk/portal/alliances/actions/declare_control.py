"""Say which organisation controls which, or that it does not (S7)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from pydantic import ValidationError

from samverk.portal.alliances.models import Alliance, Control
from samverk.portal.alliances.permissions import may_declare_control
from samverk.portal.alliances.queries import entered, leader, spoken_for
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person
from samverk.scheme.facts import MOST_PARTICIPANTS, Link

MOST_LINKS = 4 * MOST_PARTICIPANTS


class CannotDeclare(Refusal):
    """`not_leader`, `dissolved`, `itself`, `nobody_here`, `not_a_fact`: no rule could read it,

    `full`, `not_yours`: the links of others are the leader's, or `not_declared`: there is nothing to retract.
    """


@transaction.atomic
def declare_control(*, alliance: UUID, controller: str, controlled: str, by: Person, at: datetime) -> None:
    """Each end is a participant's key or the name of an organisation outside, but not both ends are outside."""
    row = entered(alliance, by)
    demand(may_declare_control(by, row), CannotDeclare)
    _check(row, controller, controlled)
    _own(row, {controller, controlled}, by)
    Control.objects.get_or_create(alliance=row, controller=controller, controlled=controlled)
    _record("alliances.declare_control", row, by, at)


@transaction.atomic
def retract_control(*, alliance: UUID, controller: str, controlled: str, by: Person, at: datetime) -> None:
    """The two are independent after all."""
    row = entered(alliance, by)
    demand(may_declare_control(by, row), CannotDeclare)
    _own(row, {controller, controlled}, by)
    gone, _by_table = row.controls.filter(controller=controller, controlled=controlled).delete()
    if not gone:
        raise CannotDeclare("not_declared")
    _record("alliances.retract_control", row, by, at)


def _check(alliance: Alliance, controller: str, controlled: str) -> None:
    keys = {participant.key for participant in alliance.participants.all()}
    if controller == controlled:
        raise CannotDeclare("itself")
    if not keys & {controller, controlled}:
        raise CannotDeclare("nobody_here")
    if len(alliance.controls.all()) >= MOST_LINKS:
        raise CannotDeclare("full")
    try:
        Link(controller=controller, controlled=controlled)
    except ValidationError:
        raise CannotDeclare("not_a_fact") from None


def _own(alliance: Alliance, ends: set[str], by: Person) -> None:
    mine = spoken_for(alliance, by)
    if leader(alliance) != by.pk and (mine is None or mine.key not in ends):
        raise CannotDeclare("not_yours")


def _record(deed: str, alliance: Alliance, by: Person, at: datetime) -> None:
    told = {"controls": Control.objects.filter(alliance=alliance).count()}
    record(deed=deed, about=alliance.story, within=alliance.story, by=by.pk, at=at, facts=told)
