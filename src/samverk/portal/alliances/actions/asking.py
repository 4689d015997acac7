"""The link that an organisation answers by, made and handed over."""

from datetime import datetime, timedelta

from samverk.portal.alliances.actions.closing import withdraw_invitations
from samverk.portal.alliances.models import Alliance, Invitation, Participant
from samverk.portal.alliances.queries import coordinator
from samverk.portal.foundation.tokens import digest, new_token
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LASTS = timedelta(days=30)


def ask(
    alliance: Alliance, row: Participant, *, address: str, language: str, by: Person, at: datetime
) -> tuple[Invitation, str]:
    """A new invitation and the token of its link, mailed if there is an address. One made before opens no more."""
    withdraw_invitations(row)
    token = new_token()
    made = Invitation.objects.create(
        participant=row, digest=digest(token), address=address, language=language, made_at=at, expires_at=at + LASTS
    )
    if address:
        _mail(alliance, made, token, by)
    return made, token


def _mail(alliance: Alliance, made: Invitation, token: str, by: Person) -> None:
    asks = coordinator(alliance)
    told = {"organisation": asks.name if asks else by.name, "alliance": alliance.called}
    link = f"/alliances/invitation/{token}/"
    post(kind=Kind.INVITATION, address=made.address, language=made.language, link=link, facts=told, at=made.made_at)
