"""Answer a question, to the asker alone."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Question
from samverk.portal.calls.permissions import may_answer
from samverk.portal.calls.queries import entered_question
from samverk.portal.calls.states import QUESTION, QuestionEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import StaleSave, move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LONGEST = 8000
"""Characters of an answer in one language."""


class CannotAnswer(Refusal):
    """`not_answering`; `empty`: nothing in the language of the question; `too_long`."""


@transaction.atomic
def answer_question(*, question: UUID, version: int, answers: Mapping[str, str], by: Person, at: datetime) -> Question:
    """`answers`: by `sv` and `en`, that of the question's language at least. The asker is told.

    It can be answered anew until it is published. Raises WrongState, StaleSave if somebody was faster.
    """
    row = entered_question(question, by)
    demand(may_answer(by), CannotAnswer)
    texts = {code: answers.get(code, "").strip() for code in ("sv", "en")}
    if row.version != version:
        raise StaleSave
    given = {f"answer_{code}": text for code, text in texts.items()}
    move(row, QUESTION, QuestionEvent.ANSWER, answered_at=at, version=version + 1, **given)
    if not texts[row.language]:
        raise CannotAnswer("empty")
    if max(map(len, texts.values())) > LONGEST:
        raise CannotAnswer("too_long")
    _tell_asker(row, at)
    told = {"languages": [code for code, text in texts.items() if text], "version": row.version}
    record(deed="calls.answer_question", about=row.about, within=row.call.story, by=by.pk, at=at, facts=told)
    return row


def _tell_asker(row: Question, at: datetime) -> None:
    """Nobody whose account is erased."""
    to = {row.asker_id: row.asker.language} if row.asker.is_active else {}
    tell(Kind.QUESTION_ANSWERED, to, row.call, at=at, link=f"/calls/{row.call_id}/ask/")
