"""Question and answer for everybody."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.ask_question import LONGEST
from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Question
from samverk.portal.calls.permissions import may_answer
from samverk.portal.calls.queries import entered_question, followers
from samverk.portal.calls.states import QUESTION, QuestionEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import StaleSave, move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person


class CannotPublishQuestion(Refusal):
    """`not_answering`; `half_a_language`: a question without its answer in a language, or the other way; `too_long`."""


@transaction.atomic
def publish_question(*, question: UUID, version: int, wording: Mapping[str, str], by: Person, at: datetime) -> Question:
    """`wording`: the question as everybody reads it, by `sv` and `en`, in each language that has an answer.

    It should give away nothing of who asked. Those who follow the call are told. Raises WrongState, StaleSave.
    """
    row = entered_question(question, by)
    demand(may_answer(by), CannotPublishQuestion)
    if row.version != version:
        raise StaleSave
    said = {f"question_{code}": wording.get(code, "").strip() for code in ("sv", "en")}
    changes = {**said, "searched": _searched(row, said), "published_at": at, "version": version + 1}
    move(row, QUESTION, QuestionEvent.PUBLISH, **changes)
    _check(row)
    others = {person: language for person, language in followers(row.call).items() if person != row.asker_id}
    tell(Kind.QUESTION_ANSWERED, others, row.call, at=at, link=f"/calls/{row.call_id}/questions/")
    told = {"version": row.version}
    record(deed="calls.publish_question", about=row.about, within=row.call.story, by=by.pk, at=at, facts=told)
    return row


def _searched(row: Question, said: Mapping[str, str]) -> str:
    return " ".join([*said.values(), row.answer_sv, row.answer_en]).casefold()


def _check(row: Question) -> None:
    pairs = ((row.question_sv, row.answer_sv), (row.question_en, row.answer_en))
    if any(bool(question) != bool(answer) for question, answer in pairs):
        raise CannotPublishQuestion("half_a_language")
    if max(len(row.question_sv), len(row.question_en)) > LONGEST:
        raise CannotPublishQuestion("too_long")
