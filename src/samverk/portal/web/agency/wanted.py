"""Which entries of the ledger an address asks for."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from samverk.portal.ledger.queries import Wanted
from samverk.portal.people.queries import person_by_email
from samverk.portal.web.agency.screen import asked

FIELDS = ("deed", "person", "about", "day", "refused")


class Asked(NamedTuple):
    """What was typed, what is looked for, and the fields that could not be read."""

    typed: dict[str, str]
    wanted: Wanted
    unread: tuple[str, ...]


def wanted(request: HttpRequest) -> Asked:
    """`person`: the address that somebody signs in with, or an id; `day`: as 2026-11-25, of the clock on the page.

    What cannot be read is left out, and named.
    """
    typed = asked(request, *FIELDS)
    person, period = _person(typed["person"]), _period(typed["day"])
    read = {"person": person, "day": period}
    found = Wanted(
        deed=typed["deed"], by=person, about=typed["about"], period=period, refused=typed["refused"] == "yes"
    )
    return Asked(typed, found, tuple(name for name, value in read.items() if typed[name] and value is None))


def _person(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        known = person_by_email(text) if "@" in text else None
    return known.pk if known else None


def _period(text: str) -> tuple[datetime, datetime] | None:
    zone = timezone.get_current_timezone()
    try:
        day = date.fromisoformat(text)
        begin, end = (datetime.combine(each, time.min, zone) for each in (day, day + timedelta(days=1)))
    except (ValueError, OverflowError):
        return None
    return (begin, end) if date(1971, 1, 1) <= day <= date(9000, 1, 1) else None
