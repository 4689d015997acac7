"""What waits for the agency: each kind of thing is one query, and only asked for who may do something about it."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.calls.facts import title
from samverk.portal.calls.permissions import ANSWERING
from samverk.portal.calls.queries import open_calls, waiting_count
from samverk.portal.ledger.queries import mark, stretch
from samverk.portal.notices.queries import failed_count
from samverk.portal.organisations.queries import requests_left
from samverk.portal.people.models import RoleKind
from samverk.portal.people.permissions import LEDGER_READERS, READERS

SOON = timedelta(days=14)
"""A call that closes within it is told."""

RECENT = 100
"""Entries of the ledger whose seals are looked at whenever the overview is."""

Kinds = frozenset[RoleKind]


class Waiting(NamedTuple):
    """How many of what, and where they are seen to."""

    number: int
    what: str | Promise
    address: str


class Source(NamedTuple):
    """Whose business it is, how many there are, and the address by name with what comes after it."""

    whose: Kinds
    how_many: Callable[[], int]
    what: str | Promise
    name: str
    query: str = ""


SOURCES = (
    Source(READERS, lambda: requests_left().count(), _("Requests to act for an organisation"), "agency:organisations"),
    Source(ANSWERING | {RoleKind.AUDITOR}, waiting_count, _("Questions without an answer"), "agency:questions"),
    Source(READERS, failed_count, _("Letters that could not be sent"), "agency:outbox", "?state=failed"),
)


def waiting(mine: Kinds) -> Iterator[Waiting]:
    """What concerns somebody with these roles."""
    for source in SOURCES:
        if not mine.isdisjoint(source.whose):
            yield Waiting(source.how_many(), source.what, reverse(source.name) + source.query)


class Closing(NamedTuple):
    """A call that closes soon."""

    id: object
    title: str
    closes_at: datetime


def closing(at: datetime, lang: str) -> list[Closing]:
    """The calls that are open and close soon, the first in front."""
    rows = open_calls(at)
    return [
        Closing(row.pk, f"{title(row, lang)} {row.edition}", row.closes_at) for row in rows if row.closes_at < at + SOON
    ]


class Ledger(NamedTuple):
    """How many entries there are, how many of the last were looked at, and whether their seals hold."""

    entries: int
    recent: int
    well: bool


def ledger(mine: Kinds) -> Ledger | None:
    """None for who does not read it."""
    if mine.isdisjoint(LEDGER_READERS):
        return None
    end = mark()
    part = stretch(max(0, end.seq - RECENT), RECENT + 1)
    return Ledger(end.seq, min(end.seq, RECENT), part.whole and not part.faults)
