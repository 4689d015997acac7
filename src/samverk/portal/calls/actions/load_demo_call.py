"""A call to try the portal with."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from samverk.portal.calls.models import Call
from samverk.portal.calls.states import CallState
from samverk.portal.ledger.actions.record import record

BRUSSELS = ZoneInfo("Europe/Brussels")
OPEN_FOR = timedelta(days=60)


@transaction.atomic
def load_demo_call(*, at: datetime) -> Call | None:
    """If there is no call, one that is open now and closes in sixty days at 17:00 in Brussels."""
    if Call.objects.exists():
        return None
    call = Call.objects.create(
        scheme="knowledge-alliances",
        edition="2020",
        opens_at=at,
        closes_at=_closing(at),
        state=CallState.PUBLISHED,
        published_at=at,
    )
    told = {"scheme": call.scheme, "edition": call.edition, "closes_at": call.closes_at}
    record(deed="calls.load_demo_call", about=call.story, within=call.story, by=None, at=at, facts=told)
    return call


def _closing(at: datetime) -> datetime:
    day = (at.astimezone(BRUSSELS) + OPEN_FOR).date()
    return datetime.combine(day, time(17), BRUSSELS)
