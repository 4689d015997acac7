"""How far an alliance is: what has happened in it, and what is still owed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema

from samverk.portal.alliances import queries
from samverk.portal.api.v1.alliances import READ
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.pages import After, Listed, listed

router = Router(tags=["progress"])


class DoneTold(Schema):
    """An entry of the ledger. `deed` as `alliances.accept`; `about` a thing, as `participant:0192…`; `by`: a person."""

    seq: int
    at: datetime
    deed: str
    about: str
    by: UUID | None


class OwedTold(Schema):
    """`what`: `invitation`, `answer`, `new_invitation`, `mandate`, or names of fields of the participant."""

    participant: UUID
    what: list[str]


@router.get(
    "/alliances/{uuid:alliance}/activity",
    response=Listed[DoneTold],
    summary="What has happened, the newest first",
    **READ,
)
def list_activity(request: HttpRequest, alliance: UUID, after: After = "") -> dict[str, Any]:
    found = queries.alliance(alliance, caller(request))
    return listed(request, queries.activity(found, after=after), _told)


@router.get("/alliances/{uuid:alliance}/owed", response=list[OwedTold], summary="What is still owed", **READ)
def list_owed(request: HttpRequest, alliance: UUID) -> list[dict[str, Any]]:
    """By participant; those who owe nothing are left out."""
    found = queries.alliance(alliance, caller(request))
    return [{"participant": one.participant.pk, "what": one.what} for one in queries.owes(found, timezone.now())]


def _told(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in DoneTold.model_fields}
