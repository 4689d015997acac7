"""The draft of a call."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samverk.portal.calls.actions.draft import mistake
from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_prepare
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotPrepare(Refusal):
    """`not_call_manager`; `no_such_call`: no rulebook of that name; `closes_before_it_opens`; `negative`.

    `questions_after_closing`.
    """


@transaction.atomic
def prepare_call(
    *,
    scheme: str,
    edition: str,
    opens_at: datetime,
    closes_at: datetime,
    questions_until: datetime | None = None,
    envelope: Decimal | None = None,
    expected: int | None = None,
    by: Person,
    at: datetime,
) -> Call:
    """A call that only the agency sees until it is published. `envelope` in EUR, `expected` grants."""
    demand(may_prepare(by), CannotPrepare)
    call = Call(
        scheme=scheme,
        edition=edition,
        opens_at=opens_at,
        closes_at=closes_at,
        questions_until=questions_until,
        envelope=envelope,
        expected=expected,
    )
    if reason := mistake(call):
        raise CannotPrepare(reason)
    call.save(force_insert=True)
    told = {"scheme": scheme, "edition": edition, "opens_at": opens_at, "closes_at": closes_at}
    record(deed="calls.prepare_call", about=call.story, within=call.story, by=by.pk, at=at, facts=told)
    return call
