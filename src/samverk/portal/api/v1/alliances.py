"""Alliances: kept, described, judged, given up."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Header, Router, Status

from samverk.portal.alliances import facts, queries
from samverk.portal.alliances.actions.answer_call import answer_call
from samverk.portal.alliances.actions.declare_control import declare_control, retract_control
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.api.v1.alliance_told import AllianceInList, AllianceTold, alliance_told, in_list
from samverk.portal.api.v1.deeds import do, edit
from samverk.portal.api.v1.fields import NO_NULL, Code, Given, Line, Text, plain
from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.api.v1.pages import After, Listed, listed
from samverk.portal.api.v1.verdicts import VerdictTold, verdict
from samverk.portal.foundation.tokens import digest
from samverk.portal.people.states import Scope
from samverk.scheme.book import open_book
from samverk.scheme.facts import Case, Euro

router = Router(tags=["alliances"])
READ, WRITE = opens(Scope.ALLIANCES_READ), opens(Scope.ALLIANCES_WRITE)
IfMatch = Annotated[str, Header(alias="If-Match", description="The ETag of what you read.")]
Once = Annotated[
    str,
    Header(alias="Idempotency-Key", description="Sent again with the same, the alliance of the first time is told."),
]
Codes = Annotated[list[Code], Field(max_length=50)]


class Kept(Given):
    """`own`: the id of your own organisation in the case, empty if it is none of them."""

    case: Case
    own: Annotated[str, Field(max_length=120, pattern=NO_NULL)] = ""


class AllianceChanges(Given):
    """What is to be changed; what is left out stays as it is. `aims`: keys of the scheme; `grant` in EUR."""

    title: Line = ""
    acronym: Annotated[str, Field(max_length=40, pattern=NO_NULL)] = ""
    goals: Text = ""
    aims: Annotated[list[Code], Field(max_length=20)] | None = None
    strands: Codes = []
    fields: Codes = []
    sectors: Codes = []
    duration_months: Annotated[int, Field(ge=0, le=600)] | None = None
    grant: Euro | None = None


class CallChosen(Given):
    """One of the calls of its scheme that is open or to come."""

    call: UUID | None


class Ends(Given):
    """Either end is the key of a participant or the name of an organisation outside."""

    controller: Code
    controlled: Code


@router.get("/alliances", response=Listed[AllianceInList], summary="Your alliances, the newest first", **READ)
def list_alliances(request: HttpRequest, after: After = "") -> dict[str, Any]:
    return listed(request, queries.alliances_of(caller(request), after=after), in_list)


@router.post("/alliances", response={201: AllianceTold}, summary="Keep a case as an alliance", **WRITE)
def keep_alliance(request: HttpRequest, given: Kept, idempotency_key: Once = "") -> Status:
    """The case is a document as `check` takes it. You found the alliance, and lead it until a coordinator joins."""
    once = digest(idempotency_key) if idempotency_key else ""
    made = do(request, keep, about="alliance:new", case=given.case, own=given.own, once=once)
    return Status(201, _now(request, made.pk))


@router.get("/alliances/{uuid:alliance}", response=AllianceTold, summary="One alliance with all in it", **READ)
def get_alliance(request: HttpRequest, alliance: UUID) -> dict[str, Any]:
    return _now(request, alliance)


@router.patch("/alliances/{uuid:alliance}", response=AllianceTold, summary="Say what it is about", **WRITE)
def describe_alliance(
    request: HttpRequest,
    alliance: UUID,
    given: AllianceChanges,
    if_match: IfMatch = "",  # read by `edit`
) -> dict[str, Any]:
    edit(
        request,
        describe,
        about=f"alliance:{alliance}",
        now=lambda: plain(AllianceTold, _now(request, alliance)),
        alliance=alliance,
        changes=given.model_dump(exclude_unset=True),
    )
    return _now(request, alliance)


@router.put("/alliances/{uuid:alliance}/call", response=AllianceTold, summary="Say which call it answers", **WRITE)
def choose_call(request: HttpRequest, alliance: UUID, given: CallChosen) -> dict[str, Any]:
    """The rules and the clock of that call judge it from now on; null: the rules stay, and no clock runs."""
    do(request, answer_call, about=f"alliance:{alliance}", alliance_id=alliance, call_id=given.call)
    return _now(request, alliance)


@router.post("/alliances/{uuid:alliance}/dissolve", response={204: None}, summary="Give it up", **WRITE)
def dissolve_alliance(request: HttpRequest, alliance: UUID) -> Status:
    do(request, dissolve, about=f"alliance:{alliance}", alliance=alliance)
    return Status(204, None)


@router.get("/alliances/{uuid:alliance}/case", response=Case, summary="It as a case", exclude_none=True, **READ)
def get_case(request: HttpRequest, alliance: UUID) -> Case:
    """As `check` reads it; who has left or declined is not in it."""
    return facts.case(queries.alliance(alliance, caller(request)))


@router.get("/alliances/{uuid:alliance}/verdict", response=VerdictTold, summary="What the rules say of it", **READ)
def get_verdict(request: HttpRequest, alliance: UUID) -> dict[str, Any]:
    case = facts.case(queries.alliance(alliance, caller(request)))
    return verdict(case, open_book(case.scheme, case.call))


@router.post("/alliances/{uuid:alliance}/controls", response={204: None}, summary="Declare a control link", **WRITE)
def declare(request: HttpRequest, alliance: UUID, given: Ends) -> Status:
    do(request, declare_control, about=f"alliance:{alliance}", alliance=alliance, **given.model_dump())
    return Status(204, None)


@router.post(
    "/alliances/{uuid:alliance}/controls/retract", response={204: None}, summary="Take a control link away", **WRITE
)
def retract(request: HttpRequest, alliance: UUID, given: Ends) -> Status:
    do(request, retract_control, about=f"alliance:{alliance}", alliance=alliance, **given.model_dump())
    return Status(204, None)


def _now(request: HttpRequest, alliance: UUID) -> dict[str, Any]:
    return alliance_told(queries.alliance(alliance, caller(request)))
