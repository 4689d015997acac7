"""Who the key belongs to."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.people.queries import roles_of
from samverk.portal.people.states import Scope

router = Router(tags=["me"])


class Me(Schema):
    """`roles`: those at the agency, and of experts."""

    id: UUID
    email: str | None
    name: str
    language: str
    time_zone: str
    joined_at: datetime
    roles: list[str]


@router.get("/me", response=Me, summary="Who you are", **opens(Scope.PROFILE_READ))
def me(request: HttpRequest) -> dict[str, Any]:
    person = caller(request)
    told = {field: getattr(person, field) for field in ("id", "email", "name", "language", "time_zone", "joined_at")}
    return told | {"roles": sorted(roles_of(person))}
