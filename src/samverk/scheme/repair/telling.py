"""What a model's solution means for the alliance: its edits, as free as the rules leave them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.columns import Columns
from samverk.scheme.facts import Case
from samverk.scheme.repair.domains import Newcomer
from samverk.scheme.repair.edits import Edit, Place, Wanted, apply
from samverk.scheme.repair.model import Paid
from samverk.scheme.repair.solve import Found
from samverk.scheme.repair.terms import Land, Terms, on_participants
from samverk.scheme.rules import Measure, Where
from samverk.scheme.values import Category

ORDER = (Kind.TELL, Kind.STATEMENT, Kind.ROLE, Kind.CATEGORY, Kind.OWN_GRANT, Kind.DROP)


class Telling:
    """One solution for one case."""

    def __init__(self, found: Found, case: Case, terms: Terms, costs: Repairs) -> None:
        self.found, self.case, self.terms, self.costs = found, case, terms, costs
        self._leaving = {paid.who for paid in found.paid if paid.choice.kind is Kind.DROP}

    def edits(self) -> tuple[Edit, ...]:
        """The changes in the order in which they are told and made."""
        settled = tuple(self._change(paid, paid.choice.value) for paid in self._paid() if paid.field != "country")
        columns = Columns(apply(self.case, settled, self.terms.book), self.terms.book)
        taken = self._taken(columns)
        placed = [self._change(p, self._place(p.choice.value, taken)) for p in self._paid() if p.field == "country"]
        additions = tuple(self._additions(taken, self._hanging(columns)))
        return (*placed, *dict.fromkeys(settled), *additions, *self._coordination(additions))

    def _paid(self) -> Iterator[Paid]:
        """What is changed of those who stay, and who goes."""
        kept = [p for p in self.found.paid if p.who not in self._leaving or p.choice.kind is Kind.DROP]
        yield from sorted(kept, key=lambda paid: ORDER.index(paid.choice.kind or Kind.TELL))

    def _change(self, paid: Paid, value: Any) -> Edit:
        kind = paid.choice.kind or Kind.TELL
        if paid.field == "category":
            value = (value,) if kind is Kind.CATEGORY else self._alike(value)
        if paid.field == "coordinator":
            return Edit(kind, "", paid.field, tuple(p.who for p in self._paid() if p.field == "coordinator"))
        return Edit(kind, paid.who, paid.field, value, self.costs.of(kind))

    def _alike(self, category: Category) -> tuple[Category, ...]:
        return next(group for group in self.terms.categories if category in group)

    def _taken(self, columns: Columns) -> frozenset[str]:
        """The countries in which somebody counts, by the rules that ask for different ones."""
        wheres = [
            r.where for r in on_participants(self.terms.book) if r.measure is Measure.DISTINCT and r.of == "country"
        ]
        counted = [columns.pick(columns.column("country"), columns.where(where)[0]) for where in wheres]
        return frozenset(code for codes in counted for code in codes)

    def _place(self, land: Land, taken: frozenset[str]) -> Place:
        group = self.terms.lands[land.group]
        if not land.new:
            return Place(group.status, group.codes)
        apart = tuple(code for code in group.codes if code in taken)
        return Place(group.status, tuple(code for code in group.codes if code not in taken), new=True, apart_from=apart)

    def _hanging(self, columns: Columns) -> tuple[Where, ...]:
        """The conditions of rules of which it is open whether they apply, unless a newcomer makes them."""
        whens = [rule.when for rule in on_participants(self.terms.book) if rule.when]
        matches = [(when, *columns.where(when)) for when in whens]
        return tuple(when for when, surely, possibly in matches if possibly and not surely)

    def _additions(self, taken: frozenset[str], hanging: tuple[Where, ...]) -> Iterator[Edit]:
        ids = {participant.id for participant in self.case.participants}
        free = (f"new-{n}" for n in count(1) if f"new-{n}" not in ids)
        for newcomer, key in zip(self.found.comes, free, strict=False):
            fitting = self._fitting(newcomer, hanging)
            wanted = Wanted(newcomer.role, fitting, self._place(newcomer.land, taken), newcomer.coordinator)
            yield Edit(Kind.ADD, key, value=wanted, cost=self.costs.of(Kind.ADD))

    def _fitting(self, newcomer: Newcomer, hanging: tuple[Where, ...]) -> tuple[Category, ...]:
        """Every category that counts wherever this one does, and is not forbidden where this one is not."""
        wishes = (*self.terms.wishes, *hanging)
        asked, banned = self._met(newcomer, wishes), self._met(newcomer, self.terms.bans)
        return tuple(
            category
            for group in self.terms.categories
            if asked <= self._met(other := replace(newcomer, category=group[0]), wishes)
            and self._met(other, self.terms.bans) <= banned
            for category in group
        )

    def _met(self, newcomer: Newcomer, wheres: tuple[Where, ...]) -> set[int]:
        return {index for index, where in enumerate(wheres) if self.terms.meets(newcomer.facts, where)}

    def _coordination(self, additions: tuple[Edit, ...]) -> Iterator[Edit]:
        """Who leads from then on, where that changes."""
        if self.found.coordinators is not None:
            leading = (*self.found.coordinators, *(edit.who for edit in additions if edit.value.coordinator))
            yield Edit(Kind.COORDINATOR, "", "coordinator", leading, self.costs.of(Kind.COORDINATOR))
