"""The coordination, offered and taken."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.answer_offer import decline_lead, take_lead
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.withdraw_offer import withdraw_offer
from samverk.portal.api.v1.alliances import READ, WRITE
from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import Given
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.participants import one_of
from samverk.portal.foundation.decision import NotFound

router = Router(tags=["coordination"])
OFFER = "/alliances/{uuid:alliance}/offer"


class Offered(Given):
    participant: UUID


class OfferTold(Schema):
    """Open until it is answered or withdrawn."""

    id: UUID
    participant: UUID
    made_at: datetime


@router.get(OFFER, response=OfferTold, summary="The coordination that is on offer", **READ)
def get_offer(request: HttpRequest, alliance: UUID) -> dict[str, Any]:
    found = queries.open_offer(queries.alliance(alliance, caller(request)))
    if found is None:
        raise NotFound
    return _told(found)


@router.put(OFFER, response=OfferTold, summary="Offer the coordination to a participant", **WRITE)
def make_offer(request: HttpRequest, alliance: UUID, given: Offered) -> dict[str, Any]:
    """An offer made before is withdrawn."""
    row = one_of(request, alliance, given.participant)
    return _told(do(request, offer_lead, about=row.about, participant_id=row.pk))


@router.delete(OFFER, response={204: None}, summary="Take the offer back", **WRITE)
def take_offer_back(request: HttpRequest, alliance: UUID) -> Status:
    return _answered(request, withdraw_offer, alliance)


@router.post(f"{OFFER}/accept", response={204: None}, summary="Take the coordination", **WRITE)
def accept_offer(request: HttpRequest, alliance: UUID) -> Status:
    return _answered(request, take_lead, alliance)


@router.post(f"{OFFER}/decline", response={204: None}, summary="Decline the coordination", **WRITE)
def decline_offer(request: HttpRequest, alliance: UUID) -> Status:
    return _answered(request, decline_lead, alliance)


def _answered(request: HttpRequest, action: Any, alliance: UUID) -> Status:
    do(request, action, about=f"alliance:{alliance}", alliance=alliance)
    return Status(204, None)


def _told(row: Any) -> dict[str, Any]:
    return {"id": row.pk, "participant": row.participant_id, "made_at": row.made_at}
