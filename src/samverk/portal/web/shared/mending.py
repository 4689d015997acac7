"""The repairs of a case as a page shows them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse

from samverk.portal.web.shared.naming import called
from samverk.portal.web.shared.state import TooMuch, encode
from samverk.scheme.book import Book
from samverk.scheme.book.repairs import Kind, Repairs, open_repairs
from samverk.scheme.check import check
from samverk.scheme.facts import Case, Participant
from samverk.scheme.guide import summary
from samverk.scheme.guide.repair import Step, steps
from samverk.scheme.repair import Repaired, apply, repair
from samverk.scheme.repair.resilience import Loss, losses
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Verdict
from samverk.scheme.words import words


class Way(NamedTuple):
    """One repair: facts to find out, changes, what it weighs, and the address at which it can be tried."""

    number: int
    facts: tuple[Step, ...]
    changes: tuple[Step, ...]
    cost: int
    address: str


class Without(NamedTuple):
    """A participant by name, and what follows if it leaves: outcome, titles of the rules that break, who coordinates.

    `address`: where to look at that.
    """

    name: str
    look: str
    broken: str
    successor: str
    address: str


@dataclass(frozen=True)
class Mending:
    """A case, its book, and the reader's language."""

    case: Case
    book: Book
    lang: str

    @cached_property
    def token(self) -> str:
        return encode(self.case)

    @property
    def back(self) -> str:
        """The front door with the case as it is."""
        return f"{reverse('public:front-door')}?case={self.token}"

    @cached_property
    def verdict(self) -> Verdict:
        return check(self.case, self.book)

    @property
    def eligible(self) -> bool:
        return self.verdict.outcome is Outcome.MET

    @property
    def summary(self) -> str:
        return summary(self.verdict, self.book, self.lang)

    @cached_property
    def _costs(self) -> Repairs:
        return open_repairs(self.case.scheme)

    @cached_property
    def _found(self) -> Repaired:
        return repair(self.case, self.book, self._costs)

    @cached_property
    def ways(self) -> tuple[Way, ...]:
        """The cheapest repairs; none for an alliance that needs none, or where there is none."""
        if self.eligible:
            return ()
        return tuple(self._way(number, one.edits, one.cost) for number, one in enumerate(self._found.optima, 1))

    def _way(self, number: int, edits: tuple, cost: int) -> Way:
        told = steps(edits, self.case, self.book, self._costs, self.lang)
        facts = tuple(step for step in told if step.edits[0].kind is Kind.TELL)
        changes = tuple(step for step in told if step.edits[0].kind is not Kind.TELL)
        return Way(number, facts, changes, cost, self._trying(apply(self.case, edits, self.book)))

    def _trying(self, after: Case) -> str:
        """The front door with the case afterwards, and the way back. Empty where no link can hold it."""
        try:
            return f"{reverse('public:front-door')}?case={encode(after)}&before={self.token}"
        except TooMuch:
            return ""

    @property
    def conflict(self) -> str:
        """The titles of rules that cannot hold together."""
        texts = self.book.texts[self.lang].rules
        return words(self.lang).listed([texts[rule].title for rule in self._found.conflict])

    @cached_property
    def losses(self) -> tuple[Without, ...]:
        """What follows if one leaves, of an alliance that can apply."""
        if not self.eligible:
            return ()
        names = {one.id: self._called(one) for one in self.case.participants}
        return tuple(self._loss(loss, names) for loss in losses(self.case, self.book))

    def _loss(self, loss: Loss, names: dict[str, str]) -> Without:
        texts = self.book.texts[self.lang].rules
        broken = words(self.lang).listed([texts[rule].title for rule in loss.broken])
        successor = names.get(loss.successor, "")
        look = loss.outcome.replace("_", "-")
        return Without(names[loss.participant], look, broken, successor, self._trying(loss.after))

    def _called(self, one: Participant) -> str:
        return called(one.name, one.category or "", one.country or "", self.book, words(self.lang))

    @property
    def robust(self) -> bool:
        return all(loss.look == "met" for loss in self.losses)
