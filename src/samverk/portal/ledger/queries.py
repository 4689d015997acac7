"""Reads of the ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Min, Q, QuerySet

from samverk.portal.foundation.paging import Page, page
from samverk.portal.ledger.models import Entry, Head
from samverk.portal.ledger.models.head import START


@dataclass(frozen=True, slots=True)
class Fault:
    """`code`: `altered` (the entry is not as it was sealed), `missing` (the one before is not there) or `cut` (the
    end is not where it should be). `seq` is the entry's number."""

    seq: int
    code: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of the chain at some moment. Who has noted it can later tell whether anything before it was changed."""

    seq: int
    seal: str

    def __str__(self) -> str:
        return f"{self.seq}:{self.seal}"


def mark() -> Mark:
    """The end of the chain now."""
    head = Head.objects.get()
    return Mark(head.seq, head.seal)


BEGINNING = Mark(0, START)


class Walk:
    """Somebody who follows the chain: `at` is the last entry that was reached."""

    def __init__(self, begin: Mark = BEGINNING) -> None:
        self.at = begin

    def along(self, entries: Iterable[Entry]) -> Iterator[Fault]:
        """Whatever is wrong with these, which come in order."""
        for entry in entries:
            if entry.seq != self.at.seq + 1 or entry.previous != self.at.seal:
                yield Fault(entry.seq, "missing")
            if entry.computed_seal() != entry.seal:
                yield Fault(entry.seq, "altered")
            self.at = Mark(entry.seq, entry.seal)

    def to_the_end(self) -> Iterator[Fault]:
        """To where the end should be; what was written since the last step is not missing."""
        end = mark()
        yield from self.along(_after(self.at.seq).filter(seq__lte=end.seq))
        if self.at != end:
            yield Fault(self.at.seq, "cut")


def faults() -> Iterator[Fault]:
    """Whatever is wrong with the chain, from its beginning; in constant memory."""
    walk = Walk()
    yield from walk.along(_after(0).iterator(chunk_size=2000))
    yield from walk.to_the_end()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the chain that was followed, up to the entry `until`; `whole`: this was the last part."""

    until: int
    faults: tuple[Fault, ...]
    whole: bool


def stretch(after: int, most: int) -> Stretch:
    """Follow at most `most` entries after the one numbered `after`, which was followed before."""
    before = Entry.objects.filter(seq=after).first()
    walk = Walk(Mark(after, before.seal) if before else BEGINNING)
    rows = list(_after(walk.at.seq)[:most])
    found = [*walk.along(rows)]
    last = len(rows) < most
    if last:
        found += walk.to_the_end()
    return Stretch(walk.at.seq, tuple(found), last)


def _after(seq: int) -> QuerySet[Entry]:
    return Entry.objects.filter(seq__gt=seq).order_by("seq")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries: of a deed, by a person, about a thing or within it, of a period, refused ones only."""

    deed: str = ""
    by: UUID | None = None
    about: str = ""
    period: tuple[datetime, datetime] | None = None
    refused: bool = False


def entries(wanted: Wanted, *, after: str = "", size: int = 50) -> Page[Entry]:
    """The entries, the newest first. Raises BadMark."""
    return page(_wanted(wanted), by=["-seq"], after=after, size=size)


def every_entry(wanted: Wanted) -> Iterator[Entry]:
    """The same, all of them, the oldest first; in constant memory."""
    return _wanted(wanted).order_by("seq").iterator(chunk_size=2000)


def _wanted(wanted: Wanted) -> QuerySet[Entry]:
    rows = Entry.objects.all()
    if wanted.deed:
        rows = rows.filter(deed=wanted.deed)
    if wanted.by:
        rows = rows.filter(by=wanted.by)
    if wanted.about:
        rows = rows.filter(Q(about=wanted.about) | Q(within=wanted.about))
    if wanted.refused:
        rows = rows.exclude(reason="")
    return _within(rows, *wanted.period) if wanted.period else rows


def _within(rows: QuerySet[Entry], begin: datetime, end: datetime) -> QuerySet[Entry]:
    """By number, for that is the order: the numbers of the period are looked up first."""
    span = Entry.objects.filter(at__gte=begin, at__lt=end).aggregate(first=Min("seq"), last=Max("seq"))
    return rows.filter(seq__gte=span["first"] or 0, seq__lte=span["last"] or -1, at__gte=begin, at__lt=end)


def holds(noted: Mark) -> bool:
    """Whether the chain still contains the end that somebody noted."""
    return noted == BEGINNING or Entry.objects.filter(seq=noted.seq, seal=noted.seal).exists()


def story(within: str) -> QuerySet[Entry]:
    """What has happened within a thing, the newest first; refusals left out."""
    return Entry.objects.filter(within=within, reason="").order_by("-seq")


def done_by(person: UUID) -> QuerySet[Entry]:
    """What somebody has done or was refused, the oldest first."""
    return Entry.objects.filter(by=person).order_by("seq")
