"""Take a call back."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_withdraw
from samverk.portal.calls.queries import entered, followers
from samverk.portal.calls.states import CALL, CallEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person


class CannotWithdraw(Refusal):
    """`not_call_manager`; `no_reason`: of one that was published, in both languages."""


@transaction.atomic
def withdraw_call(*, call: UUID, reasons: Mapping[str, str] | None = None, by: Person, at: datetime) -> Call:
    """Nobody can answer it any more; one that was published can still be seen, with `reasons["sv"]` and `["en"]`.

    Raises WrongState.
    """
    row = entered(call, by)
    demand(may_withdraw(by), CannotWithdraw)
    why = {f"withdrawn_because_{code}": (reasons or {}).get(code, "").strip() for code in ("sv", "en")}
    move(row, CALL, CallEvent.WITHDRAW, withdrawn_at=at, version=row.version + 1, **why)
    if row.published_at and not all(why.values()):
        raise CannotWithdraw("no_reason")
    tell(Kind.CALL_AMENDED, followers(row), row, at=at, facts={"withdrawn": 1})
    told = {"published": row.published_at is not None, "version": row.version}
    record(deed="calls.withdraw_call", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row
