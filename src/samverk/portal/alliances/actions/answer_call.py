"""Say which call an alliance answers."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.telling import tell_call
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.permissions import may_answer_call
from samverk.portal.alliances.queries import answerable, entered
from samverk.portal.calls.models import Call
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotAnswerCall(Refusal):
    """`not_leader`, `dissolved`, `not_answerable`: no call of this scheme that is open or to come,

    `nothing_changed`: it answers that call already.
    """


@transaction.atomic
def answer_call(*, alliance_id: UUID, call_id: UUID | None, by: Person, at: datetime) -> Alliance:
    """From now on that call's rules and clock judge the alliance; `None`: the rules stay, and no clock runs (S20)."""
    row = entered(alliance_id, by)
    demand(may_answer_call(by, row), CannotAnswerCall)
    if call_id == row.answers_id:
        raise CannotAnswerCall("nothing_changed")
    call = _answerable(row, call_id, at) if call_id else None
    save_over(row, row.version, answers=call, call=call.edition if call else row.call)
    if call:
        tell_call(row, call, by=by.pk, at=at)
    told = {"call": str(call_id) if call_id else None, "edition": row.call}
    void_mandates(row.pk, at)
    record(deed="alliances.answer_call", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row


def _answerable(row: Alliance, call_id: UUID, at: datetime) -> Call:
    for call in answerable(row, at):
        if call.pk == call_id:
            return call
    raise CannotAnswerCall("not_answerable")
