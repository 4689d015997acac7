"""The draft of a call."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction

from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_prepare
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person
from samverk.scheme.book import open_book
from samverk.scheme.book.load import NoSuchBook


class CannotPrepare(Refusal):
    """`not_call_manager`; `no_such_call`: no rulebook of that name; `closes_before_it_opens`; `negative`."""


@transaction.atomic
def prepare_call(
    *,
    scheme: str,
    edition: str,
    opens_at: datetime,
    closes_at: datetime,
    envelope: Decimal | None = None,
    expected: int | None = None,
    by: Person,
    at: datetime,
) -> Call:
    """A call that only the agency sees until it is published. `envelope` in EUR, `expected` grants."""
    demand(may_prepare(by), CannotPrepare)
    _check(scheme, edition)
    if closes_at <= opens_at:
        raise CannotPrepare("closes_before_it_opens")
    if min(envelope or 0, expected or 0) < 0:
        raise CannotPrepare("negative")
    call = Call.objects.create(
        scheme=scheme, edition=edition, opens_at=opens_at, closes_at=closes_at, envelope=envelope, expected=expected
    )
    told = {"scheme": scheme, "edition": edition, "opens_at": opens_at, "closes_at": closes_at}
    record(deed="calls.prepare_call", about=call.story, within=call.story, by=by.pk, at=at, facts=told)
    return call


def _check(scheme: str, edition: str) -> None:
    try:
        open_book(scheme, edition)
    except NoSuchBook:
        raise CannotPrepare("no_such_call") from None
