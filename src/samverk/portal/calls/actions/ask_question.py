"""Ask the agency about a call."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction

from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Question
from samverk.portal.calls.queries import entered, those_who_answer
from samverk.portal.calls.states import QuestionState
from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LONGEST = 4000
"""Characters of a question."""

MOST_WAITING = 20
"""Questions of one person about one call that nobody has answered yet."""


class CannotAsk(Refusal):
    """`questions_over`, `empty`, `too_long`, `unknown_language`, or `too_many`: too many wait for an answer."""


@transaction.atomic
def ask_question(*, call: UUID, text: str, language: str, by: Person, at: datetime) -> Question:
    """Everybody with an account; only the asker and the agency see it. Its call managers and officers are told."""
    row = entered(call, by)
    asked = text.strip()
    mine = Question.objects.filter(call=row, asker=by, state=QuestionState.ASKED)
    faults = {
        "questions_over": not row.takes_questions(at),
        "empty": not asked,
        "too_long": len(asked) > LONGEST,
        "unknown_language": language not in dict(settings.LANGUAGES),
        "too_many": mine.count() >= MOST_WAITING,
    }
    for code, is_so in faults.items():
        if is_so:
            raise CannotAsk(code)
    question = Question.objects.create(call=row, asker=by, asked_at=at, language=language, asked=asked)
    tell(Kind.QUESTION_ASKED, those_who_answer(), row, at=at, link=f"/agency/questions/{question.pk}/")
    told = {"language": language}
    record(deed="calls.ask_question", about=question.about, within=row.story, by=by.pk, at=at, facts=told)
    return question
