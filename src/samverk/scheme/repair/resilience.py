"""Which partner an alliance cannot afford to lose: the check reading with each of them away in turn."""

from typing import NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.values import Outcome, Weight
from samverk.scheme.verdict import Verdict

STANDS = (Outcome.MET, Outcome.NOT_APPLICABLE)


class Loss(NamedTuple):
    """What follows if a participant (its id) leaves: the verdict then, and the blocking rules that hold no longer."""

    participant: str
    outcome: Outcome
    broken: tuple[str, ...]


def losses(case: Case, book: Book) -> tuple[Loss, ...]:
    """One for each participant, in the case's order. It stays an outside end of the control links that name it."""
    before = check(case, book)
    return tuple(_loss(case, book, before, participant.id) for participant in case.participants)


def robust(case: Case, book: Book) -> bool:
    """Whether the alliance is eligible and stays so whoever leaves."""
    eligible = check(case, book).outcome is Outcome.MET
    return eligible and all(loss.outcome is Outcome.MET for loss in losses(case, book))


def _loss(case: Case, book: Book, before: Verdict, gone: str) -> Loss:
    left = tuple(participant for participant in case.participants if participant.id != gone)
    after = check(case.model_copy(update={"participants": left}), book)
    pairs = zip(before.findings, after.findings, strict=True)
    worse = (new for old, new in pairs if old.outcome in STANDS and new.outcome not in STANDS)
    return Loss(gone, after.outcome, tuple(finding.rule for finding in worse if finding.weight is Weight.BLOCKS))
