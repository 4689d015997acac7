"""What people are told of what was done in an alliance. Nobody is told what they did themselves."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import coordinator, everybody, leader
from samverk.portal.calls.models import Call
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LIST = "/alliances/"
"""Where those go who no longer see the alliance."""


def tell_answer(alliance: Alliance, row: Participant, *, accepted: bool, by: UUID | None, at: datetime) -> None:
    """The leader: an invitation was answered."""
    told: dict[str, str | int] = {"organisation": str(row), "accepted": int(accepted)}
    _tell(Kind.INVITATION_ANSWERED, alliance, {leader(alliance)}, about=row.about, told=told, by=by, at=at)


def tell_gone(alliance: Alliance, row: Participant, *, by: Person, at: datetime) -> None:
    """Everybody: an organisation is no longer in it. Its own contact, if others took it out, in words of its own."""
    told: dict[str, str | int] = {"organisation": str(row)}
    _tell(
        Kind.PARTICIPANT_LEFT,
        alliance,
        everybody(alliance) - {row.contact_id},
        about=row.about,
        told=told,
        by=by.pk,
        at=at,
    )
    if row.contact and row.contact.is_active and row.contact_id != alliance.founder_id:
        _tell(
            Kind.PARTICIPANT_REMOVED, alliance, {row.contact.pk}, link=LIST, about=row.about, told=told, by=by.pk, at=at
        )


def tell_offer(alliance: Alliance, row: Participant, *, by: Person, at: datetime) -> None:
    """The contact of an organisation: it is asked to coordinate."""
    asks = coordinator(alliance)
    told: dict[str, str | int] = {"organisation": str(asks) if asks else by.name}
    _tell(Kind.LEAD_OFFERED, alliance, _contact(row), about=row.about, told=told, by=by.pk, at=at)


def tell_lead(alliance: Alliance, row: Participant, to: UUID, *, accepted: bool, by: UUID, at: datetime) -> None:
    """Who led when it was offered: the coordination was taken, or not."""
    told: dict[str, str | int] = {"organisation": str(row), "accepted": int(accepted)}
    _tell(Kind.LEAD_ANSWERED, alliance, {to}, about=row.about, told=told, by=by, at=at)


def tell_comment(alliance: Alliance, about: str, *, by: Person, at: datetime) -> None:
    """Everybody: something was said."""
    _tell(Kind.ALLIANCE_COMMENT, alliance, everybody(alliance), about=about, told={"person": by.name}, by=by.pk, at=at)


def tell_call(alliance: Alliance, call: Call, *, by: UUID, at: datetime) -> None:
    """Everybody: the alliance answers a call."""
    told: dict[str, str | int] = {"call": call.edition, "closes": call.closes_at.isoformat()}
    _tell(Kind.CALL_ANSWERED, alliance, everybody(alliance), about=alliance.story, told=told, by=by, at=at)


def tell_owed(alliance: Alliance, row: Participant, *, by: UUID, at: datetime) -> None:
    """The contact of an organisation: something is still to be done."""
    _tell(Kind.REMINDER, alliance, _contact(row), about=row.about, told={}, by=by, at=at)


def _contact(row: Participant) -> set[UUID]:
    return {row.contact_id} if row.contact_id else set()


def _tell(kind: Kind, alliance: Alliance, to: Iterable[UUID], link: str = "", **given: Any) -> None:
    """`given`: as `notify` wants it, and `by`, who is not told."""
    told = {"alliance": alliance.called, **given.pop("told")}
    others = set(to) - {given.pop("by")}
    notify(kind=kind, to=others, link=link or f"{LIST}{alliance.pk}/", facts=told, **given)
