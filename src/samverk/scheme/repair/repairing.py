"""A case and a book, in; the smallest changes, out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice, product

from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.check import check
from samverk.scheme.columns import Columns
from samverk.scheme.facts import Case
from samverk.scheme.independence import groups_of
from samverk.scheme.repair.edits import Edit, apply
from samverk.scheme.repair.model import Limits
from samverk.scheme.repair.project import repair_project
from samverk.scheme.repair.solve import Search
from samverk.scheme.repair.telling import Telling
from samverk.scheme.repair.terms import Terms
from samverk.scheme.values import Outcome

MOST_PARTINGS = 500
"""Sets of participants that are looked at for what their leaving does to the independence of the others."""


@dataclass(frozen=True, slots=True)
class Repair:
    """Changes that together make the alliance eligible. `cost` in the units of repair.toml."""

    cost: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Repaired:
    """`optima`: the cheapest repairs. Without any, `conflict` names rules that cannot hold together."""

    optima: tuple[Repair, ...]
    conflict: tuple[str, ...] = ()


class Repairing:
    """One case by one book."""

    def __init__(self, case: Case, book: Book, costs: Repairs, limits: Limits) -> None:
        self.case, self.book, self.costs, self.limits, self.terms = case, book, costs, limits, Terms(book)

    def optima(self, most: int) -> tuple[Repair, ...]:
        """Up to `most` of the cheapest repairs."""
        projects = repair_project(self.case, self.book, self.costs)
        if not projects:
            return ()
        pairs = product(projects, self._consortia(most))
        repairs = (self._repair((*project, *edits)) for project, edits in pairs)
        return tuple(islice(filter(self._works, repairs), most))

    def conflict(self) -> tuple[str, ...]:
        """The rules that cannot hold together."""
        return self._search(self.case).conflict()

    def _repair(self, edits: tuple[Edit, ...]) -> Repair:
        return Repair(sum(edit.cost for edit in edits), edits)

    def _works(self, repair: Repair) -> bool:
        return check(apply(self.case, repair.edits, self.book), self.book).outcome is Outcome.MET

    def _search(self, case: Case) -> Search:
        return Search(Columns(case, self.book), self.terms, self.costs, self.limits)

    def _consortia(self, most: int) -> list[tuple[Edit, ...]]:
        """The cheapest changes to the participants, whoever's leaving sets others free of each other."""
        best = list(self._search(self.case).optima(most, None))
        gone: tuple[str, ...] = ()
        for parting in _partings(self.case):
            price = len(parting) * self.costs.of(Kind.DROP)
            if best and price >= best[0].cost + self._dropped(gone):
                break
            if not self.limits.keep.isdisjoint(parting):
                continue
            ceiling = best[0].cost + self._dropped(gone) - price - 1 if best else None
            found = list(self._search(_without(self.case, parting)).optima(most, ceiling))
            best, gone = (found, parting) if found else (best, gone)
        left = _without(self.case, gone)
        drops = tuple(Edit(Kind.DROP, key, cost=self.costs.of(Kind.DROP)) for key in gone)
        return [(*drops, *Telling(found, left, self.terms, self.costs).edits()) for found in best]

    def _dropped(self, gone: tuple[str, ...]) -> int:
        return len(gone) * self.costs.of(Kind.DROP)


def repair(case: Case, book: Book, costs: Repairs, *, limits: Limits = Limits(), most: int = 3) -> Repaired:  # noqa: B008
    """Up to `most` of the cheapest repairs; one without changes if nothing is to be done."""
    repairing = Repairing(case, book, costs, limits)
    optima = repairing.optima(most)
    return Repaired(optima, () if optima else repairing.conflict())


def _partings(case: Case) -> Iterator[tuple[str, ...]]:
    """Sets of participants, the smallest first, without whom others are independent of each other.

    Somebody whom two others control makes them one group only while taking part.
    """
    ids = [participant.id for participant in case.participants]
    controlled = sorted({link.controlled for link in case.links} & set(ids))
    sets = (gone for size in range(1, len(controlled) + 1) for gone in combinations(controlled, size))
    for gone in islice(sets, MOST_PARTINGS):
        left = [key for key in ids if key not in gone]
        together = dict(zip(ids, groups_of(ids, case.links), strict=True))
        if len(set(groups_of(left, case.links))) > len({together[key] for key in left}):
            yield gone


def _without(case: Case, gone: tuple[str, ...]) -> Case:
    return case.model_copy(update={"participants": tuple(p for p in case.participants if p.id not in gone)})
