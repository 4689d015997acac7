"""What a person is told, and whether letters come along."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from samverk.portal.api.v1.fields import Given
from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.api.v1.pages import After, Listed, listed
from samverk.portal.notices import queries
from samverk.portal.notices.actions.mark_read import mark_read
from samverk.portal.notices.actions.set_preference import set_preference
from samverk.portal.notices.states import Delivery, Kind
from samverk.portal.people.states import Scope

router = Router(tags=["notices"])
READ, WRITE = opens(Scope.NOTICES_READ), opens(Scope.NOTICES_WRITE)
TOLD = ("id", "kind", "about", "link", "facts", "made_at", "read_at")


class MessageTold(Schema):
    """`about` a thing, as `alliance:0192…`; `link`: a path, before it the language of choice; `facts`: what it says."""

    id: UUID
    kind: str
    about: str
    link: str
    facts: dict[str, Any]
    made_at: datetime
    read_at: datetime | None


class DeliveryChosen(Given):
    """Whether letters of a kind come."""

    delivery: Annotated[Delivery, Field()]


@router.get("/notices", response=Listed[MessageTold], summary="Your inbox, the newest first", **READ)
def list_notices(request: HttpRequest, after: After = "") -> dict[str, Any]:
    return listed(request, queries.inbox(caller(request).pk, after=after), _told)


@router.post("/notices/{uuid:notice}/read", response={204: None}, summary="Mark one as read", **WRITE)
def read_notice(request: HttpRequest, notice: UUID) -> Status:
    mark_read(message_id=notice, by=caller(request).pk, at=timezone.now())
    return Status(204, None)


@router.get("/notices/preferences", response=dict[str, str], summary="How each kind of notice comes", **READ)
def list_preferences(request: HttpRequest) -> dict[str, Any]:
    return {str(kind): str(way) for kind, way in queries.preferences(caller(request).pk).items()}


@router.put("/notices/preferences/{kind}", response={204: None}, summary="Choose how one kind comes", **WRITE)
def choose_preference(request: HttpRequest, kind: Kind, given: DeliveryChosen) -> Status:
    set_preference(kind=kind, delivery=given.delivery, by=caller(request).pk)
    return Status(204, None)


def _told(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in TOLD}
