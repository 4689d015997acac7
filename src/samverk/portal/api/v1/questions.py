"""Questions about calls, and who follows a call."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Query, Router, Schema, Status

from samverk.portal.api.v1.deeds import do
from samverk.portal.api.v1.fields import NO_NULL, Given
from samverk.portal.api.v1.keys import caller, opens
from samverk.portal.api.v1.pages import After, Listed, listed
from samverk.portal.api.v1.verdicts import lang
from samverk.portal.calls import queries
from samverk.portal.calls.actions.ask_question import LONGEST, ask_question
from samverk.portal.calls.actions.subscribe import subscribe
from samverk.portal.calls.actions.unsubscribe import unsubscribe
from samverk.portal.calls.actions.withdraw_question import withdraw_question
from samverk.portal.people.states import Scope

router = Router(tags=["questions"])
READ, WRITE = opens(Scope.CALLS_READ), opens(Scope.CALLS_WRITE)
ONE = "/calls/{uuid:call}"
Sought = Annotated[str, Query(pattern=NO_NULL, max_length=200, description="Every word has to be there.")]


class PublishedTold(Schema):
    """For everybody: the agency's words, in the reader's language where they are in it."""

    id: UUID
    question: str
    answer: str
    published_at: datetime


class OwnTold(Schema):
    """One's own: `asked` in one's own words; `answer` is empty until there is one."""

    id: UUID
    asked: str
    language: str
    state: str
    answer: str
    asked_at: datetime
    answered_at: datetime | None


class QuestionAsked(Given):
    """Only you and the agency read it as you write it."""

    text: Annotated[str, Field(pattern=NO_NULL, min_length=1, max_length=LONGEST)]
    language: Annotated[str, Field(pattern="^(sv|en)$")]


class FollowedTold(Schema):
    """Whether you hear of the call, and of new calls of its scheme."""

    call: bool
    scheme: bool


@router.get(
    f"{ONE}/questions",
    response=Listed[PublishedTold],
    summary="Questions answered for everybody, the newest first",
    **READ,
)
def list_questions(request: HttpRequest, call: UUID, q: Sought = "", after: After = "") -> dict[str, Any]:
    found = queries.call_for(call, caller(request))
    return listed(request, queries.published_questions(found, text=q, after=after), _published)


@router.get(f"{ONE}/questions/own", response=list[OwnTold], summary="What you have asked, the newest first", **READ)
def list_own_questions(request: HttpRequest, call: UUID) -> list[dict[str, Any]]:
    me = caller(request)
    return [_own(row) for row in queries.own_questions(queries.call_for(call, me), me)]


@router.post(f"{ONE}/questions", response={201: OwnTold}, summary="Ask the agency", **WRITE)
def ask(request: HttpRequest, call: UUID, given: QuestionAsked) -> Status:
    return Status(201, _own(do(request, ask_question, about=f"call:{call}", call=call, **given.model_dump())))


@router.delete("/questions/{uuid:question}", response={204: None}, summary="Take a question back", **WRITE)
def take_question_back(request: HttpRequest, question: UUID) -> Status:
    do(request, withdraw_question, about=f"question:{question}", question=question)
    return Status(204, None)


@router.get(f"{ONE}/subscription", response=FollowedTold, summary="Whether you follow it", **READ)
def get_subscription(request: HttpRequest, call: UUID) -> dict[str, Any]:
    me = caller(request)
    of_call, of_scheme = queries.follows(me, queries.call_for(call, me))
    return {"call": of_call, "scheme": of_scheme}


@router.put(f"{ONE}/subscription", response={204: None}, summary="Follow it", **WRITE)
def follow(request: HttpRequest, call: UUID) -> Status:
    subscribe(call=call, by=caller(request), at=timezone.now())
    return Status(204, None)


@router.delete(f"{ONE}/subscription", response={204: None}, summary="Follow it no more", **WRITE)
def follow_no_more(request: HttpRequest, call: UUID) -> Status:
    unsubscribe(call=call, by=caller(request), at=timezone.now())
    return Status(204, None)


def _published(row: Any) -> dict[str, Any]:
    words = {"question": row.question(lang()), "answer": row.answer(lang())}
    return {"id": row.pk, "published_at": row.published_at} | words


def _own(row: Any) -> dict[str, Any]:
    told = {name: getattr(row, name) for name in ("id", "asked", "language", "state", "asked_at", "answered_at")}
    return told | {"answer": row.answer(lang())}
