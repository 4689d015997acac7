"""Reads of who acts for which organisation."""

from uuid import UUID

from django.db.models import Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.organisations.models import Membership, MembershipKind, Organisation
from samverk.portal.organisations.queries.registry import known
from samverk.portal.organisations.states import OPEN, MembershipState
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.queries import roles_of

ANSWERING = frozenset({RoleKind.OFFICER, RoleKind.CALL_MANAGER})
"""The agency's people who may answer for any organisation."""


def answers_for_agency(person: Person) -> bool:
    """Whether the person may answer a request to any organisation."""
    return bool(roles_of(person) & ANSWERING)


def is_member(person: Person, organisation_id: int) -> bool:
    """Whether the person acts for the organisation now."""
    return Membership.objects.of(person.pk).active().filter(organisation=organisation_id).exists()


def represents(person: Person, organisation_id: int) -> bool:
    """Whether the person may sign for the organisation now."""
    mine = Membership.objects.of(person.pk).active().filter(organisation=organisation_id)
    return mine.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE).exists()


def has_open(person: Person, organisation_id: int) -> bool:
    """Whether the person acts for the organisation or has asked to."""
    return Membership.objects.of(person.pk).filter(organisation=organisation_id, state__in=OPEN).exists()


def organisations_of(person: Person) -> list[Organisation]:
    """Those that the person acts for now, by name."""
    mine = Membership.objects.of(person.pk).active()
    return list(Organisation.objects.filter(memberships__in=mine).order_by("name", "pk"))


def members(organisation: Organisation) -> list[Membership]:
    """Who acts for it now, with the people, the longest there first."""
    rows = Membership.objects.active().filter(organisation=organisation)
    return list(rows.select_related("person").order_by("answered_at", "pk"))


def legal_representatives(organisation_id: int) -> list[Person]:
    """Who may sign for it now, or for what it has become part of."""
    into = Organisation.objects.filter(pk=organisation_id).values("merged_into")
    living = Coalesce(Subquery(into), Value(organisation_id))
    rows = Membership.objects.active().filter(organisation=living, kind=MembershipKind.LEGAL_REPRESENTATIVE)
    return [row.person for row in rows.select_related("person").order_by("answered_at", "pk")]


def asked_by(person: Person) -> list[Membership]:
    """The person's own requests that wait for an answer, with the organisations."""
    rows = Membership.objects.of(person.pk).filter(state=MembershipState.REQUESTED)
    return list(rows.select_related("organisation").order_by("asked_at", "pk"))


def requests_for(person: Person, *, organisation_id: int | None = None, after: str = "") -> Page[Membership]:
    """The requests that the person can answer, the oldest first, of one organisation or of all."""
    rows = Membership.objects.filter(state=MembershipState.REQUESTED).exclude(person=person)
    if not answers_for_agency(person):
        mine = Membership.objects.of(person.pk).active()
        signing = mine.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE)
        theirs = Q(kind=MembershipKind.EDITOR, organisation__in=mine.values("organisation"))
        rows = rows.filter(theirs | Q(organisation__in=signing.values("organisation")))
    if organisation_id is not None:
        rows = rows.filter(organisation=organisation_id)
    return page(rows.select_related("person", "organisation"), by=("asked_at", "id"), after=after)


def acted_for(identifier: int, person: Person) -> Organisation:
    """One organisation for those who act for it or answer for any. Raises NotFound, for all others too."""
    row = known(identifier)
    if not is_member(person, row.pk) and not answers_for_agency(person):
        raise NotFound
    return row


def membership_seen(identifier: UUID, person: Person) -> Membership:
    """One membership: the person's own, or of an organisation that the person answers for. Raises NotFound."""
    row = Membership.objects.filter(pk=identifier).first()
    if row is None:
        raise NotFound
    if row.person_id != person.pk:
        acted_for(row.organisation_id, person)
    return row


def memberships_of(person: Person) -> QuerySet[Membership]:
    """All that the person has asked for or had, the first first."""
    return Membership.objects.filter(person=person).order_by("asked_at", "id")


def those_who_answer(request: Membership) -> set[UUID]:
    """Whom a request waits for: the members who may answer it, and where there are none the agency."""
    acting = Membership.objects.active().filter(organisation=request.organisation_id, person__is_active=True)
    if request.kind == MembershipKind.LEGAL_REPRESENTATIVE:
        acting = acting.filter(kind=MembershipKind.LEGAL_REPRESENTATIVE)
    agency = Role.objects.filter(kind__in=ANSWERING, ended_at__isnull=True, person__is_active=True)
    found = set(acting.values_list("person", flat=True)) or set(agency.values_list("person", flat=True))
    return found - {request.person_id}
