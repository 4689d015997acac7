"""Who is told what of an organisation. Nobody is told what they did themselves."""

from datetime import datetime
from uuid import UUID

from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.states import Kind
from samverk.portal.organisations.models import Membership, Organisation
from samverk.portal.organisations.queries import is_member, members, those_who_answer
from samverk.portal.organisations.states import MembershipState
from samverk.portal.people.models import Person

AGENCY = "/agency/organisations/"
LIST = "/my-organisations/"


def tell_request(row: Membership, *, at: datetime) -> None:
    """Those who may answer it: somebody asks to act for an organisation."""
    told: dict[str, str | int] = {"organisation": row.organisation.name}
    people = list(Person.objects.filter(pk__in=those_who_answer(row)))
    inside = {person.pk for person in people if is_member(person, row.organisation_id)}
    for to, link in ((inside, address(row.organisation)), ({one.pk for one in people} - inside, AGENCY)):
        notify(kind=Kind.MEMBERSHIP_REQUESTED, to=to, about=row.about, link=link, facts=told, at=at)


def tell_answer(row: Membership, *, at: datetime) -> None:
    """Who asked: they act for it now, or not."""
    accepted = int(row.state == MembershipState.ACTIVE)
    told: dict[str, str | int] = {"organisation": row.organisation.name, "accepted": accepted}
    link = address(row.organisation) if accepted else LIST
    to = {row.person_id} if row.person.is_active else set()
    notify(kind=Kind.MEMBERSHIP_ANSWERED, to=to, about=row.about, link=link, facts=told, at=at)


def tell_verified(row: Organisation, *, stands: bool, by: UUID, at: datetime) -> None:
    """Its members: the agency has made sure of it, or has taken that back."""
    told: dict[str, str | int] = {"organisation": row.name, "verified": int(stands)}
    to = {one.person_id for one in members(row) if one.person.is_active} - {by}
    notify(kind=Kind.ORGANISATION_VERIFIED, to=to, about=row.about, link=address(row), facts=told, at=at)


def address(row: Organisation) -> str:
    """The page of it for those who act for it."""
    return f"{LIST}{row.pk}/"
