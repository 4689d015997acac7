"""Go."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_offers
from samverk.portal.alliances.actions.telling import tell_gone
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.permissions import may_leave
from samverk.portal.alliances.queries import alliance_of, entered, participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotLeave(Refusal):
    """`not_yours`, `wrong_state`, `dissolved`, or `coordinates`: the coordination comes first."""


@transaction.atomic
def leave(*, participant_id: UUID, by: Person, at: datetime) -> None:
    """The organisation counts no more; what was offered to it is withdrawn."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_leave(by, alliance, row), CannotLeave)
    move(row, PARTICIPANT, ParticipantEvent.LEAVE)
    withdraw_offers(alliance, at, to=row)
    tell_gone(alliance, row, by=by, at=at)
    void_mandates(alliance.pk, at)
    record(deed="alliances.leave", about=row.about, within=alliance.story, by=by.pk, at=at)
