"""A call as the rules see it."""

from datetime import date, datetime
from functools import lru_cache

from samverk.portal.calls.models import Call
from samverk.scheme.book import Book, open_book

MONTHS = 12


def book(call: Call) -> Book:
    """The rulebook that the call applies, closing when the call does."""
    return _closing(call.scheme, call.edition, call.closes_at)


@lru_cache(maxsize=64)
def _closing(scheme: str, edition: str, closes_at: datetime) -> Book:
    """Kept, with what is worked out of it: a page judges by it again and again."""
    return open_book(scheme, edition).closing(closes_at)


def title(call: Call, language: str) -> str:
    """The scheme's name, `sv` or `en`."""
    return scheme_name(call.scheme, call.edition, language)


def scheme_name(scheme: str, edition: str, language: str) -> str:
    """What that rulebook calls the scheme, `sv` or `en`."""
    return open_book(scheme, edition).texts[language].name


def expected_starts(call: Call) -> tuple[date, ...]:
    """The months in which funded projects may begin, each by its first day: as long after closing as in the rulebook.

    None where the rulebook does not tell.
    """
    terms = open_book(call.scheme, call.edition).terms
    if terms.starts is None:
        return ()
    later = [_months(day) - _months(terms.deadline.day) for day in terms.starts.days]
    return tuple(_first(_months(call.closes_at) + months) for months in later)


def _months(day: date | datetime) -> int:
    return day.year * MONTHS + day.month - 1


def _first(months: int) -> date:
    return date(months // MONTHS, months % MONTHS + 1, 1)
