"""Reads of the ledger."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

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


def faults() -> Iterator[Fault]:
    """Whatever is wrong with the chain, from its beginning; in constant memory."""
    expected, previous = 1, START
    for entry in Entry.objects.order_by("seq").iterator(chunk_size=2000):
        if entry.seq != expected or entry.previous != previous:
            yield Fault(entry.seq, "missing")
        if entry.computed_seal() != entry.seal:
            yield Fault(entry.seq, "altered")
        expected, previous = entry.seq + 1, entry.seal
    if mark() != Mark(expected - 1, previous):
        yield Fault(expected - 1, "cut")


def holds(noted: Mark) -> bool:
    """Whether the chain still contains the end that somebody noted."""
    return noted == Mark(0, START) or Entry.objects.filter(seq=noted.seq, seal=noted.seal).exists()


def story(within: str) -> QuerySet[Entry]:
    """What has happened within a thing, the newest first; refusals left out."""
    return Entry.objects.filter(within=within, reason="").order_by("-seq")


def done_by(person: UUID) -> QuerySet[Entry]:
    """What somebody has done or was refused, the oldest first."""
    return Entry.objects.filter(by=person).order_by("seq")
