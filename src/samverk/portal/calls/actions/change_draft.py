"""Write a draft anew."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.draft import FIELDS, mistake
from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_change
from samverk.portal.calls.queries import entered
from samverk.portal.calls.states import CALL, CallEvent, CallState
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotChangeDraft(Refusal):
    """`not_call_manager`; `nothing_changed`; `no_such_call`; `closes_before_it_opens`; `questions_after_closing`.

    `negative`.
    """


@transaction.atomic
def change_draft(*, call: UUID, version: int, changes: Mapping[str, Any], by: Person, at: datetime) -> Call:
    """Set some of `draft.FIELDS`. Raises WrongState once it is published, StaleSave if it was changed meanwhile."""
    row = entered(call, by)
    demand(may_change(by), CannotChangeDraft)
    CALL.after(CallState(row.state), CallEvent.CHANGE)
    new = {name: changes[name] for name in FIELDS if name in changes and changes[name] != getattr(row, name)}
    if not new:
        raise CannotChangeDraft("nothing_changed")
    if reason := mistake(_with(row, new)):
        raise CannotChangeDraft(reason)
    save_over(row, version, **new)
    told = {"fields": sorted(new), "version": row.version}
    record(deed="calls.change_draft", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row


def _with(row: Call, new: Mapping[str, Any]) -> Call:
    return Call(**{name: getattr(row, name) for name in FIELDS} | dict(new))
