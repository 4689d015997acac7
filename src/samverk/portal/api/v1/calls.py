"""Calls, and what has been changed in them."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.api.v1.pages import After, Listed, listed
from samverk.portal.api.v1.verdicts import lang
from samverk.portal.calls import facts, queries
from samverk.portal.people.states import Scope

router = Router(tags=["calls"])
READ = opens(Scope.CALLS_READ)
FACTS = (
    "id", "scheme", "edition", "state", "opens_at", "closes_at", "questions_until", "envelope", "expected",
    "published_at", "version",
)  # fmt: skip
CHANGED = ("closes_at", "questions_until", "envelope", "expected")


class CallTold(Schema):
    """`standing`: draft, coming, open, closed or withdrawn, now. `envelope` in EUR; `expected`: how many grants."""

    id: UUID
    title: str
    scheme: str
    edition: str
    state: str
    standing: str
    opens_at: datetime
    closes_at: datetime
    questions_until: datetime | None
    envelope: Decimal | None
    expected: int | None
    published_at: datetime | None
    version: int


class Terms(Schema):
    """What an amendment can change."""

    closes_at: datetime
    questions_until: datetime | None
    envelope: Decimal | None
    expected: int | None


class AmendmentTold(Schema):
    id: UUID
    made_at: datetime
    reason: str
    before: Terms
    after: Terms


@router.get("/calls", response=Listed[CallTold], summary="Calls, the last to close in front", **READ)
def list_calls(request: HttpRequest, after: After = "") -> dict[str, Any]:
    """The agency's people see the drafts too."""
    return listed(request, queries.calls(caller(request), after=after), _told)


@router.get("/calls/{uuid:call}", response=CallTold, summary="One call", **READ)
def get_call(request: HttpRequest, call: UUID) -> dict[str, Any]:
    """One that is or was published; for the agency's people drafts too."""
    return _told(queries.call_for(call, caller(request)))


@router.get("/calls/{uuid:call}/amendments", response=list[AmendmentTold], summary="What was changed in it", **READ)
def list_amendments(request: HttpRequest, call: UUID) -> list[dict[str, Any]]:
    """The first change in front."""
    return [_amendment(row) for row in queries.amendments(queries.call_for(call, caller(request)))]


def _told(row: Any) -> dict[str, Any]:
    standing = row.standing(timezone.now()) if row.published_at else row.state
    return {name: getattr(row, name) for name in FACTS} | {"title": facts.title(row, lang()), "standing": standing}


def _amendment(row: Any) -> dict[str, Any]:
    sides = {side: {name: getattr(row, f"{name}_{side}") for name in CHANGED} for side in ("before", "after")}
    return {"id": row.pk, "made_at": row.made_at, "reason": row.reason(lang())} | sides
