"""Invitations: made, taken back, and answered by whoever holds the secret."""

from typing import Annotated, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override
from ninja import Field, Router, Schema, Status
from pydantic import AfterValidator

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.withdraw_invitation import withdraw_invitation
from samverk.portal.api.v1.alliance_told import ParticipantTold, participant_told
from samverk.portal.api.v1.alliances import WRITE
from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import Given, Text, mail_address
from samverk.portal.api.v1.participants import ONE, one_of

router = Router(tags=["invitations"])
Secret = Annotated[str, Field(min_length=1, max_length=100)]


class Invited(Given):
    """Without `address` the link is handed over by other means. `language`: of the letter."""

    address: Annotated[str, AfterValidator(mail_address), Field(max_length=254)] = ""
    language: Annotated[str, Field(pattern="^(sv|en)$")]


class Made(Schema):
    """The secret, which is told only now, and the link to hand over."""

    token: str
    link: str


class Accepted(Given):
    token: Secret


class Declined(Given):
    token: Secret
    reason: Text = ""


@router.post(f"{ONE}/invitation", response={201: Made}, summary="Ask the organisation in", **WRITE)
def invite_organisation(request: HttpRequest, alliance: UUID, participant: UUID, given: Invited) -> Status:
    """An invitation made before opens no more."""
    row = one_of(request, alliance, participant)
    token = do(request, invite, about=row.about, participant_id=row.pk, **given.model_dump())
    with override(given.language):
        link = settings.PUBLIC_ADDRESS + reverse("alliance:invitation", args=[token])
    return Status(201, {"token": token, "link": link})


@router.delete(f"{ONE}/invitation", response={204: None}, summary="Take the invitation back", **WRITE)
def take_invitation_back(request: HttpRequest, alliance: UUID, participant: UUID) -> Status:
    row = one_of(request, alliance, participant)
    do(request, withdraw_invitation, about=row.about, participant_id=row.pk)
    return Status(204, None)


@router.post("/invitations/accept", response=ParticipantTold, summary="Say yes, and speak for it from now on", **WRITE)
def accept_invitation(request: HttpRequest, given: Accepted) -> dict[str, Any]:
    return participant_told(do(request, accept, about="invitation:held", token=given.token))


@router.post("/invitations/decline", response={204: None}, summary="Say no", **WRITE)
def decline_invitation(request: HttpRequest, given: Declined) -> Status:
    """`reason`: why, for the one who leads the alliance."""
    do(request, decline, about="invitation:held", token=given.token, reason=given.reason)
    return Status(204, None)
