"""What is said within an alliance."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Field, Router, Schema, Status

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.say import LONGEST, say, take_back
from samverk.portal.api.v1.alliances import READ, WRITE
from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import NO_NULL, Given, Who, who
from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.pages import After, Listed, listed

router = Router(tags=["comments"])
COMMENTS = "/alliances/{uuid:alliance}/comments"


class CommentTold(Schema):
    """Of one that was taken back the text is empty."""

    id: UUID
    author: Who
    text: str
    said_at: datetime
    taken_back_at: datetime | None


class Said(Given):
    """Plain text."""

    text: Annotated[str, Field(pattern=NO_NULL, min_length=1, max_length=LONGEST)]


@router.get(COMMENTS, response=Listed[CommentTold], summary="What was said, the newest first", **READ)
def list_comments(request: HttpRequest, alliance: UUID, after: After = "") -> dict[str, Any]:
    found = queries.alliance(alliance, caller(request))
    return listed(request, queries.comments(found, after=after), _told)


@router.post(COMMENTS, response={201: CommentTold}, summary="Say something", **WRITE)
def comment(request: HttpRequest, alliance: UUID, given: Said) -> Status:
    return Status(201, _told(do(request, say, about=f"alliance:{alliance}", alliance=alliance, text=given.text)))


@router.delete("/comments/{uuid:comment}", response={204: None}, summary="Take back what you said", **WRITE)
def take_comment_back(request: HttpRequest, comment: UUID) -> Status:
    do(request, take_back, about=f"comment:{comment}", comment=comment)
    return Status(204, None)


def _told(row: Any) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in ("id", "text", "said_at", "taken_back_at")}
    return told | {"author": who(row.author)}
