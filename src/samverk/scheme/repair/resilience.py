"""Which partner an alliance cannot afford to lose: the check reading with each of them away in turn.

If the one that coordinates leaves, somebody else takes over: whoever leaves the fewest rules broken.
"""

from collections.abc import Iterator
from typing import NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.check import check
from samverk.scheme.facts import Case, Participant
from samverk.scheme.values import Outcome, Weight
from samverk.scheme.verdict import Verdict

STANDS = (Outcome.MET, Outcome.NOT_APPLICABLE)


class Loss(NamedTuple):
    """What follows if a participant (its id) leaves: the verdict then, and the blocking rules that hold no longer.

    `after`: the alliance then. `successor`: who coordinates it, where that had to be somebody else; else empty.
    """

    participant: str
    outcome: Outcome
    broken: tuple[str, ...]
    after: Case
    successor: str = ""


def losses(case: Case, book: Book) -> tuple[Loss, ...]:
    """One for each participant, in the case's order. It stays an outside end of the control links that name it."""
    before = check(case, book)
    return tuple(_loss(case, book, before, participant) for participant in case.participants)


def robust(case: Case, book: Book) -> bool:
    """Whether the alliance is eligible and stays so whoever leaves."""
    eligible = check(case, book).outcome is Outcome.MET
    return eligible and all(loss.outcome is Outcome.MET for loss in losses(case, book))


def _loss(case: Case, book: Book, before: Verdict, gone: Participant) -> Loss:
    """The best that can be had without it."""
    ways = (_judged(after, book, before, gone.id, successor) for after, successor in _without(case, gone))
    return min(ways, key=lambda loss: (loss.outcome is not Outcome.MET, len(loss.broken)))


def _without(case: Case, gone: Participant) -> Iterator[tuple[Case, str]]:
    """The alliance without it; where nobody is left who coordinates, once with each of the others doing so."""
    left = tuple(participant for participant in case.participants if participant.id != gone.id)
    if not gone.coordinator or any(participant.coordinator for participant in left) or not left:
        yield _of(case, left), ""
        return
    for one in left:
        yield _of(case, tuple(p.model_copy(update={"coordinator": p is one}) for p in left)), one.id


def _of(case: Case, participants: tuple[Participant, ...]) -> Case:
    return case.model_copy(update={"participants": participants})


def _judged(after: Case, book: Book, before: Verdict, gone: str, successor: str) -> Loss:
    verdict = check(after, book)
    pairs = zip(before.findings, verdict.findings, strict=True)
    worse = (new for old, new in pairs if old.outcome in STANDS and new.outcome not in STANDS)
    broken = tuple(finding.rule for finding in worse if finding.weight is Weight.BLOCKS)
    return Loss(gone, verdict.outcome, broken, after, successor)
