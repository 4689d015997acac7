"""Who is told of what becomes of a mandate."""

from datetime import datetime

from samverk.portal.alliances.models import Alliance, Mandate
from samverk.portal.alliances.queries import leader
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person


def ask_by_letter(mandate: Mandate, alliance: Alliance, token: str) -> None:
    """The legal representative: it waits to be read and signed. Once the letter has gone, its link is kept nowhere."""
    told = {"organisation": mandate.participant.name, "alliance": alliance.called}
    link = f"/alliances/mandate/{token}/"
    to = {"address": mandate.address, "language": mandate.language}
    post(kind=Kind.MANDATE_ASKED, link=link, facts=told, at=mandate.asked_at, **to)


def tell_mandate(kind: Kind, mandate: Mandate, *, by: Person, at: datetime) -> None:
    """The leader and the organisation's contact. Nobody is told what they did themselves."""
    row = mandate.participant
    people = {one for one in (leader(row.alliance), row.contact_id) if one and one != by.pk}
    told = {"organisation": row.name, "alliance": row.alliance.called}
    notify(kind=kind, to=people, about=mandate.about, link=f"/alliances/{row.alliance_id}/", facts=told, at=at)
