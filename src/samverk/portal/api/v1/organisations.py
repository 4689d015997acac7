"""The registry, and who acts for an organisation."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Query, Router, Schema, Status

from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import NO_NULL, Given, RowNumber, Who, who
from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.api.v1.pages import After, Listed, listed
from samverk.portal.foundation.decision import NotFound
from samverk.portal.organisations import queries
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.end_membership import end_membership
from samverk.portal.organisations.actions.request_membership import request_membership
from samverk.portal.organisations.actions.withdraw_request import withdraw_request
from samverk.portal.people.states import Scope

router = Router(tags=["organisations"])
READ, WRITE = opens(Scope.ORGANISATIONS_READ), opens(Scope.ORGANISATIONS_WRITE)
FACTS = ("id", "name", "country", "city", "kind", "oid", "erasmus_code", "website")
Country = Annotated[str, Query(pattern="^[A-Z]{2}$", description="ISO 3166-1 alpha-2")]
Sought = Annotated[
    str, Query(pattern=NO_NULL, max_length=200, description="The beginnings of words of a name, or a number.")
]


class CharterTold(Schema):
    """An Erasmus charter; without `until` it is open."""

    since: date
    until: date | None


class OrganisationTold(Schema):
    """An empty text: not known."""

    id: int
    name: str
    names: list[str]
    country: str
    city: str
    kind: str
    pic: str
    ror: str
    oid: str
    erasmus_code: str
    website: str
    charters: list[CharterTold]


class InListTold(Schema):
    """An organisation in a list."""

    id: int
    name: str
    country: str
    city: str
    kind: str
    pic: str
    charter: bool = Field(description="Holds an Erasmus charter that no list has dropped.")


class MembershipTold(Schema):
    """Somebody who acts for an organisation, or has asked to."""

    id: UUID
    organisation: int
    person: Who
    kind: str
    state: str
    asked_at: datetime
    answered_at: datetime | None


class MembershipAsked(Given):
    """`editor` keeps what is on record; `legal_representative` may also sign."""

    kind: Annotated[str, Field(pattern="^(editor|legal_representative)$")]


class Answered(Given):
    approve: bool


@router.get("/organisations", response=Listed[InListTold], summary="The registry by name", **READ)
def list_organisations(request: HttpRequest, country: Country | None = None, after: After = "") -> dict[str, Any]:
    return listed(request, queries.listed(country=country or "", after=after), _in_list)


@router.get("/organisations/search", response=list[InListTold], summary="Find organisations", **READ)
def search_organisations(request: HttpRequest, q: Sought, country: Country | None = None) -> list[dict[str, Any]]:
    """At most ten, the likeliest first."""
    return [asdict(found) for found in queries.suggest(q, country=country)]


@router.get("/organisations/{int:organisation}", response=OrganisationTold, summary="One organisation", **READ)
def get_organisation(request: HttpRequest, organisation: RowNumber) -> dict[str, Any]:
    found = queries.organisation(organisation)
    if found is None:
        raise NotFound
    return {
        **{name: getattr(found, name) for name in FACTS},
        "pic": found.pic or "",
        "ror": found.ror or "",
        "names": [name.text for name in found.names.all()],
        "charters": [{"since": one.valid_from, "until": one.counts_until} for one in found.charters.all()],
    }


@router.get(
    "/organisations/{int:organisation}/members", response=list[MembershipTold], summary="Who acts for it", **READ
)
def list_members(request: HttpRequest, organisation: RowNumber) -> list[dict[str, Any]]:
    """For those who act for it, and the agency's people who answer for any."""
    found = queries.acted_for(organisation, caller(request))
    return [_membership(row) for row in queries.members(found)]


@router.post(
    "/organisations/{int:organisation}/memberships",
    response={201: MembershipTold},
    summary="Ask to act for an organisation",
    **WRITE,
)
def ask_membership(request: HttpRequest, organisation: RowNumber, given: MembershipAsked) -> Status:
    about = f"organisation:{organisation}"
    made = do(request, request_membership, about=about, organisation=organisation, kind=given.kind)
    return Status(201, _membership(made))


@router.get("/me/organisations", response=list[InListTold], summary="Those that you act for", **READ)
def list_own_organisations(request: HttpRequest) -> list[dict[str, Any]]:
    return [_in_list(row) for row in queries.organisations_of(caller(request))]


@router.get("/me/memberships", response=list[MembershipTold], summary="Your requests that wait", **READ)
def list_own_requests(request: HttpRequest) -> list[dict[str, Any]]:
    me = caller(request)
    return [_membership(row) | {"person": who(me)} for row in queries.asked_by(me)]


@router.get("/memberships", response=Listed[MembershipTold], summary="Requests that you can answer", **READ)
def list_requests(request: HttpRequest, after: After = "") -> dict[str, Any]:
    return listed(request, queries.requests_for(caller(request), after=after), _membership)


@router.post(
    "/memberships/{uuid:membership}/answer", response=MembershipTold, summary="Say yes or no to a request", **WRITE
)
def answer_request(request: HttpRequest, membership: UUID, given: Answered) -> dict[str, Any]:
    about = f"membership:{membership}"
    return _membership(do(request, answer_membership, about=about, membership=membership, approve=given.approve))


@router.post("/memberships/{uuid:membership}/end", response=MembershipTold, summary="End a membership", **WRITE)
def end(request: HttpRequest, membership: UUID) -> dict[str, Any]:
    return _membership(do(request, end_membership, about=f"membership:{membership}", membership=membership))


@router.post(
    "/memberships/{uuid:membership}/withdraw", response=MembershipTold, summary="Take back your request", **WRITE
)
def withdraw_own_request(request: HttpRequest, membership: UUID) -> dict[str, Any]:
    """Until it is answered; you may ask anew."""
    return _membership(do(request, withdraw_request, about=f"membership:{membership}", membership=membership))


def _in_list(row: Any) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in ("id", "name", "country", "city", "kind")}
    charter = any(one.gone_from is None for one in row.charters.all())
    return told | {"pic": row.pic or "", "charter": charter}


def _membership(row: Any) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in ("id", "kind", "state", "asked_at", "answered_at")}
    return told | {"organisation": row.organisation_id, "person": who(row.person)}
