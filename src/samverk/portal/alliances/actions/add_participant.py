"""One more organisation."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_invitations, withdraw_offers
from samverk.portal.alliances.actions.telling import tell_gone
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.facts import participant_fields
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.permissions import may_add, may_remove
from samverk.portal.alliances.queries import entered, participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.queries import by_key, living
from samverk.portal.people.models import Person
from samverk.scheme import facts


class CannotAdd(Refusal):
    """`not_leader`, `dissolved`, `already_in`, `full`, `replaced`: that place is taken, or as CannotRemove."""


@transaction.atomic
def add_participant(
    *, alliance: UUID, given: facts.Participant, replaces: UUID | None = None, by: Person, at: datetime
) -> Participant:
    """Put an organisation down. `replaces`: the participant that goes, or went, and whose place it takes."""
    row = entered(alliance, by)
    demand(may_add(by, row), CannotAdd)
    before = participant(row, replaces) if replaces else None
    if before:
        _make_room(before, row, by, at)
    organisation = by_key([given.id]).get(given.id)
    _refuse_twice(row, given, organisation.pk if organisation else None)
    numbers = [other.number for other in row.participants.all()]
    fields = participant_fields(given) | {"coordinator": False}
    added = Participant.objects.create(
        alliance=row, number=max(numbers, default=0) + 1, organisation=organisation, replaces=before, **fields
    )
    told = {"number": added.number, "replaces": str(before.pk) if before else None}
    void_mandates(row.pk, at)
    record(deed="alliances.add_participant", about=added.about, within=row.story, by=by.pk, at=at, facts=told)
    return added


def _make_room(before: Participant, alliance: Alliance, by: Person, at: datetime) -> None:
    if any(other.replaces_id == before.pk for other in alliance.participants.all()):
        raise CannotAdd("replaced")
    if before.gone:
        return
    demand(may_remove(by, alliance, before), CannotAdd)
    move(before, PARTICIPANT, ParticipantEvent.REMOVE)
    withdraw_invitations(before)
    withdraw_offers(alliance, at, to=before)
    tell_gone(alliance, before, by=by, at=at)


def _refuse_twice(alliance: Alliance, given: facts.Participant, organisation: int | None) -> None:
    others = alliance.participants.all()
    if len(others) >= facts.MOST_PARTICIPANTS:
        raise CannotAdd("full")
    here = [other for other in others if not other.gone]
    registered = living(other.organisation_id for other in here if other.organisation_id) if organisation else {}
    if any(other.key == given.id for other in here) or organisation in registered.values():
        raise CannotAdd("already_in")
