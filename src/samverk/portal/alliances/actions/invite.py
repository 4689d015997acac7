"""Ask an organisation in."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.asking import LASTS, ask
from samverk.portal.alliances.permissions import may_invite
from samverk.portal.alliances.queries import alliance_of, entered, participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

__all__ = ["LASTS", "CannotInvite", "invite"]


class CannotInvite(Refusal):
    """`not_leader`, `dissolved`, `wrong_state`."""


@transaction.atomic
def invite(*, participant_id: UUID, address: str = "", language: str, by: Person, at: datetime) -> str:
    """The token of the link to hand over. An invitation made before opens no more.

    With an address the link is mailed there too; once the letter has gone it is kept nowhere.
    """
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_invite(by, alliance, row), CannotInvite)
    move(row, PARTICIPANT, ParticipantEvent.INVITE)
    made, token = ask(alliance, row, address=address, language=language, by=by, at=at)
    told = {"invitation": str(made.pk), "expires_at": made.expires_at.isoformat()}
    record(deed="alliances.invite", about=row.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return token
