"""Ask an organisation in."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_invitations
from samverk.portal.alliances.models import Alliance, Invitation
from samverk.portal.alliances.permissions import may_invite
from samverk.portal.alliances.queries import alliance_of, coordinator, entered, participant
from samverk.portal.alliances.states import PARTICIPANT, ParticipantEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.foundation.tokens import digest, new_token
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LASTS = timedelta(days=30)


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
    withdraw_invitations(row)
    move(row, PARTICIPANT, ParticipantEvent.INVITE)
    token = new_token()
    made = Invitation.objects.create(
        participant=row, digest=digest(token), address=address, language=language, made_at=at, expires_at=at + LASTS
    )
    if address:
        _mail(alliance, made, token, by)
    told = {"invitation": str(made.pk), "expires_at": made.expires_at.isoformat()}
    record(deed="alliances.invite", about=row.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return token


def _mail(alliance: Alliance, made: Invitation, token: str, by: Person) -> None:
    asks = coordinator(alliance)
    told = {"organisation": asks.name if asks else by.name, "alliance": alliance.called}
    link = f"/alliances/invitation/{token}/"
    post(kind=Kind.INVITATION, address=made.address, language=made.language, link=link, facts=told, at=made.made_at)
