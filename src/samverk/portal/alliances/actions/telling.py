"""What the one who leads is told of an answer."""

from datetime import datetime
from uuid import UUID

from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import leader
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.states import Kind


def tell_answer(alliance: Alliance, row: Participant, *, accepted: bool, by: UUID | None, at: datetime) -> None:
    """An invitation was answered. Nobody is told what they did themselves."""
    to = {leader(alliance)} - {by}
    told: dict[str, str | int] = {"organisation": str(row), "alliance": alliance.called, "accepted": int(accepted)}
    notify(kind=Kind.INVITATION_ANSWERED, to=to, about=row.about, link=f"/alliances/{alliance.pk}/", facts=told, at=at)
