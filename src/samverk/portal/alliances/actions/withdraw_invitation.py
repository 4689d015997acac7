"""Take an invitation back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_invitations
from samverk.portal.alliances.permissions import may_withdraw_invitation
from samverk.portal.alliances.queries import alliance_of, entered, participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotWithdraw(Refusal):
    """`not_leader`, `dissolved`, `wrong_state`: it has been answered."""


@transaction.atomic
def withdraw_invitation(*, participant_id: UUID, by: Person, at: datetime) -> None:
    """The link opens no more; the organisation is planned again."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_withdraw_invitation(by, alliance, row), CannotWithdraw)
    withdraw_invitations(row)
    move(row, PARTICIPANT, ParticipantEvent.WITHDRAW)
    record(deed="alliances.withdraw_invitation", about=row.about, within=alliance.story, by=by.pk, at=at)
