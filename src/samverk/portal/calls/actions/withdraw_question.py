"""Take a question back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.models import Question
from samverk.portal.calls.permissions import may_withdraw_question
from samverk.portal.calls.queries import entered_question
from samverk.portal.calls.states import QUESTION, QuestionEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotWithdrawQuestion(Refusal):
    """`not_yours`: only the asker."""


@transaction.atomic
def withdraw_question(*, question: UUID, by: Person, at: datetime) -> Question:
    """Before it is answered; nobody need answer it any more. Raises WrongState."""
    row = entered_question(question, by)
    demand(may_withdraw_question(by, row), CannotWithdrawQuestion)
    move(row, QUESTION, QuestionEvent.WITHDRAW, version=row.version + 1)
    record(deed="calls.withdraw_question", about=row.about, within=row.call.story, by=by.pk, at=at)
    return row
