"""Change what a published call says, in the open."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Amendment, Call
from samverk.portal.calls.permissions import may_amend
from samverk.portal.calls.queries import entered, followers
from samverk.portal.calls.states import CALL, CallEvent, CallState
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

AMENDED = ("closes_at", "questions_until", "envelope", "expected")
"""What can be changed in a call that was published."""


class CannotAmend(Refusal):
    """`not_call_manager`; `call_closed`; `no_reason`; `nothing_changed`; `closes_past`; `negative`.

    `closes_before_it_opens`: of a call that has not opened yet. `questions_after_closing`.
    """


@transaction.atomic
def amend_call(
    *, call: UUID, version: int, changes: Mapping[str, Any], reasons: Mapping[str, str], by: Person, at: datetime
) -> Amendment:
    """Set fields of `AMENDED`, say why in `sv` and in `en`, and tell those who follow the call.

    Raises WrongState, StaleSave if somebody changed it since that version.
    """
    row = entered(call, by)
    demand(may_amend(by), CannotAmend)
    CALL.after(CallState(row.state), CallEvent.AMEND)
    before = {name: getattr(row, name) for name in AMENDED}
    after = before | {name: changes[name] for name in AMENDED if name in changes}
    why = {f"reason_{code}": reasons.get(code, "").strip() for code in ("sv", "en")}
    _check(row, before, after, why, at)
    save_over(row, version, **{name: after[name] for name in AMENDED if after[name] != before[name]})
    amendment = Amendment.objects.create(
        call=row,
        made_at=at,
        made_by=by,
        **why,
        **{f"{name}_before": value for name, value in before.items()},
        **{f"{name}_after": value for name, value in after.items()},
    )
    tell(Kind.CALL_AMENDED, followers(row), row, at=at, facts={"withdrawn": 0})
    told = {"amendment": amendment.pk, "closes_at": row.closes_at, "version": row.version}
    record(deed="calls.amend_call", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return amendment


def _check(row: Call, before: dict[str, Any], after: dict[str, Any], why: dict[str, str], at: datetime) -> None:
    """The first thing that is wrong is told."""
    closes_at = after["closes_at"]
    faults = {
        "call_closed": before["closes_at"] < at,
        "no_reason": not all(why.values()),
        "nothing_changed": before == after,
        "closes_past": closes_at <= at,
        "closes_before_it_opens": closes_at <= row.opens_at,
        "questions_after_closing": bool(after["questions_until"] and after["questions_until"] > closes_at),
        "negative": min(after["envelope"] or 0, after["expected"] or 0) < 0,
    }
    for code, is_so in faults.items():
        if is_so:
            raise CannotAmend(code)
