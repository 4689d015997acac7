"""What an organisation offers and wishes for, and who controls whom."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema, Status

from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import Given, RowNumber, Text
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.organisation_profile import ONE, Codes
from samverk.portal.api.v1.organisations import READ, WRITE
from samverk.portal.foundation.decision import NotFound
from samverk.portal.organisations import queries
from samverk.portal.organisations.actions.add_offer import add_offer
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.end_offer import end_offer
from samverk.portal.organisations.actions.retract_organisation_control import retract_organisation_control

router = Router(tags=["organisations"])
OFFER = ("id", "kind", "text_sv", "text_en", "themes", "until", "made_at")


class StandingOffer(Schema):
    """`themes`: fields of education, ISCED-F 2013. `until`: the last day, if there is one."""

    id: UUID
    kind: str
    text_sv: str
    text_en: str
    themes: list[str]
    until: date | None
    made_at: datetime


class OfferMade(Given):
    """In Swedish, in English, or in both."""

    kind: Annotated[str, Field(pattern="^(offer|wish)$")]
    text_sv: Text = ""
    text_en: Text = ""
    themes: Codes = []
    until: date | None = None


class LinkTold(Schema):
    """The one organisation controls the other."""

    controller: int
    controlled: int
    since: datetime


class Linked(Given):
    """The other end of the link."""

    controls: RowNumber | None = None
    controlled_by: RowNumber | None = None


@router.get(f"{ONE}/offers", response=list[StandingOffer], summary="What it offers and wishes for", **READ)
def list_offers(request: HttpRequest, organisation: RowNumber) -> list[dict[str, Any]]:
    return [_offer(row) for row in queries.offers(queries.known(organisation), timezone.now())]


@router.post(f"{ONE}/offers", response={201: StandingOffer}, summary="Offer something, or wish for it", **WRITE)
def offer(request: HttpRequest, organisation: RowNumber, given: OfferMade) -> Status:
    row = queries.acted_for(organisation, caller(request))
    texts = {"sv": given.text_sv, "en": given.text_en}
    said = {"kind": given.kind, "texts": texts, "themes": given.themes, "until": given.until}
    return Status(201, _offer(do(request, add_offer, about=row.about, organisation_id=row.pk, **said)))


@router.delete(f"{ONE}/offers/{{uuid:offer}}", response={204: None}, summary="Take it down", **WRITE)
def take_offer_down(request: HttpRequest, organisation: RowNumber, offer: UUID) -> Status:
    row = queries.acted_for(organisation, caller(request))
    if queries.offer(offer).organisation_id != row.pk:
        raise NotFound
    do(request, end_offer, about=row.about, offer_id=offer)
    return Status(204, None)


@router.get(f"{ONE}/controls", response=list[LinkTold], summary="Who controls it, and whom it controls", **READ)
def list_links(request: HttpRequest, organisation: RowNumber) -> list[dict[str, Any]]:
    return [_link(row) for row in queries.controls_of(queries.known(organisation))]


@router.post(f"{ONE}/controls", response={201: LinkTold}, summary="Say that one controls the other", **WRITE)
def declare_link(request: HttpRequest, organisation: RowNumber, given: Linked) -> Status:
    """Name one of the two ends. By a member of either organisation."""
    row = queries.acted_for(organisation, caller(request))
    return Status(201, _link(do(request, declare_organisation_control, about=row.about, **_ends(row.pk, given))))


@router.post(f"{ONE}/controls/retract", response={204: None}, summary="Take that back", **WRITE)
def retract_link(request: HttpRequest, organisation: RowNumber, given: Linked) -> Status:
    row = queries.acted_for(organisation, caller(request))
    do(request, retract_organisation_control, about=row.about, **_ends(row.pk, given))
    return Status(204, None)


def _ends(own: int, given: Linked) -> dict[str, int]:
    """Raises NotFound where no other end is named."""
    if given.controls:
        return {"controller_id": own, "controlled_id": given.controls}
    if given.controlled_by:
        return {"controller_id": given.controlled_by, "controlled_id": own}
    raise NotFound


def _offer(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in OFFER}


def _link(row: Any) -> dict[str, Any]:
    return {"controller": row.controller_id, "controlled": row.controlled_id, "since": row.since}
