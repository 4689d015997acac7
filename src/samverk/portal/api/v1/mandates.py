"""Mandates: asked for, taken back, handed in as a scan, and their papers. To sign is done on the screen only."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from ninja import Field, File, Router, Schema, Status
from ninja.files import UploadedFile
from pydantic import AfterValidator

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.ask_mandate import ask_mandate
from samverk.portal.alliances.actions.upload_mandate import upload_mandate
from samverk.portal.alliances.actions.withdraw_mandate import withdraw_mandate
from samverk.portal.api.v1.alliances import READ, WRITE
from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import Given, mail_address
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.participants import ONE, one_of
from samverk.portal.documents.actions.store import LARGEST
from samverk.portal.documents.queries import content
from samverk.portal.foundation.decision import NotFound

router = Router(tags=["mandates"])
TOLD = ("id", "state", "language", "asked_at", "expires_at", "answered_at", "uploaded", "void_because", "sha256")
KINDS = ("application/pdf", "image/png", "image/jpeg")
FILE = {"responses": {200: {"description": "The file, to save", "content": {kind: {} for kind in KINDS}}}}
PAPER = READ | {"openapi_extra": READ["openapi_extra"] | FILE, "response": {200: None}}


class MandateTold(Schema):
    """`signed` holds. `sha256`: of the paper that was signed, or of the scan; empty until then."""

    id: UUID
    participant: UUID
    state: str
    language: str
    asked_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    uploaded: bool
    void_because: str
    sha256: str


class MandateAsked(Given):
    """Of the legal representative who reads mail at `address`."""

    address: Annotated[str, Field(min_length=1, max_length=254), AfterValidator(mail_address)]
    language: Annotated[str, Field(pattern="^(sv|en)$")]


@router.get("/alliances/{uuid:alliance}/mandates", response=list[MandateTold], summary="The mandates in it", **READ)
def list_mandates(request: HttpRequest, alliance: UUID) -> list[dict[str, Any]]:
    """All there have been, by participant, the newest first."""
    told = queries.mandates_told(queries.alliance(alliance, caller(request)))
    return [_told(row) for rows in told.values() for row in rows]


@router.post(f"{ONE}/mandate", response={201: MandateTold}, summary="Ask for a mandate", **WRITE)
def ask_for_mandate(request: HttpRequest, alliance: UUID, participant: UUID, given: MandateAsked) -> Status:
    """A letter goes to the address, with a link. One asked before opens no more."""
    row = one_of(request, alliance, participant)
    return Status(201, _told(do(request, ask_mandate, about=row.about, participant_id=row.pk, **given.model_dump())))


@router.delete(f"{ONE}/mandate", response={204: None}, summary="Take back what was asked", **WRITE)
def take_mandate_back(request: HttpRequest, alliance: UUID, participant: UUID) -> Status:
    row = one_of(request, alliance, participant)
    do(request, withdraw_mandate, about=row.about, participant_id=row.pk)
    return Status(204, None)


@router.post(f"{ONE}/mandate/scan", response=MandateTold, summary="Hand in the signed paper", **WRITE)
def hand_in_scan(request: HttpRequest, alliance: UUID, participant: UUID, scan: File[UploadedFile]) -> dict[str, Any]:
    """A PDF, PNG or JPEG of at most 10 MB, as multipart/form-data."""
    row = one_of(request, alliance, participant)
    given = {"content": scan.read(LARGEST + 1), "name": scan.name or ""}
    return _told(do(request, upload_mandate, about=row.about, participant_id=row.pk, **given))


@router.get("/mandates/{uuid:mandate}/paper", summary="The paper to sign", **PAPER)
def get_paper(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """For the leader, the contact, and whom it was asked of."""
    return _given_out(queries.mandate_seen(mandate, caller(request)).paper)


@router.get("/mandates/{uuid:mandate}/signed", summary="The signed paper", **PAPER)
def get_signed_paper(request: HttpRequest, mandate: UUID) -> HttpResponse:
    """With the signature page, or the scan that was handed in."""
    return _given_out(queries.mandate_seen(mandate, caller(request)).signed_paper)


def _given_out(document: Any) -> HttpResponse:
    if document is None:
        raise NotFound
    answer = HttpResponse(content(document), content_type=document.type)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.name)
    answer["Content-Security-Policy"] = "sandbox"
    return answer


def _told(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in TOLD} | {"participant": row.participant_id}
