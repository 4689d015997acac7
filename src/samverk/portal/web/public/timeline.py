"""The days of a call, in order, with the place of each on a line."""

from collections.abc import Iterable, Iterator
from datetime import datetime, time
from typing import Any, NamedTuple

from django.utils.translation import gettext

from samverk.portal.calls.facts import expected_starts
from samverk.portal.web.shared.countdown import BRUSSELS

LONG = 300
"""Of the line, in its own measure; the first day stands at 0 and the last at its end."""


class Day(NamedTuple):
    """`whole_month`: only the month is expected. `place`: on the line."""

    label: str
    at: datetime
    whole_month: bool
    passed: bool
    place: int


def timeline(call: Any, amendments: Iterable[Any], at: datetime) -> tuple[list[Day], int | None]:
    """The days of a call that is or was published, and where `at` is on the line; none if it is beyond its ends."""
    told = sorted(_told(call, amendments, at), key=lambda day: day[1])
    first, last = told[0][1], told[-1][1]

    def place(instant: datetime) -> int:
        return round(LONG * ((instant - first) / (last - first))) if last > first else 0

    days = [Day(label, instant, month, instant <= at, place(instant)) for label, instant, month in told]
    return days, place(at) if first <= at <= last else None


def _told(call: Any, amendments: Iterable[Any], at: datetime) -> Iterator[tuple[str, datetime, bool]]:
    yield gettext("Published"), call.published_at, False
    for made in amendments:
        yield gettext("Changed"), made.made_at, False
    if call.withdrawn_at:
        yield gettext("Withdrawn"), call.withdrawn_at, False
        return
    yield gettext("Opened") if call.opens_at <= at else gettext("Opens"), call.opens_at, False
    if call.questions_until:
        yield gettext("Last day for questions"), call.questions_until, False
    yield gettext("Closed") if call.closes_at < at else gettext("Closes"), call.closes_at, False
    for month in expected_starts(call):
        yield (
            gettext("Projects can start, if it goes as in the rulebook"),
            datetime.combine(month, time(), BRUSSELS),
            True,
        )
