"""A book's rules as bounds on a model."""

from decimal import Decimal
from typing import Any

from samverk.scheme.repair.logic import Lit
from samverk.scheme.repair.model import Model
from samverk.scheme.repair.terms import Land
from samverk.scheme.rules import Lookup, Measure, Rule, Selection, Where

CENTS = 100


class Bounds:
    """States rules of a model. `when`: the literal under which they are to hold, 1 for always."""

    def __init__(self, model: Model) -> None:
        self.model, self.logic, self.cp = model, model.logic, model.logic.cp
        self._groups = model.columns.column("independent_group")

    def hold(self, rule: Rule, when: Lit) -> None:
        """The rule is met, or does not apply for certain."""
        under = [lit for lit in (when, self._applies(rule, when)) if not isinstance(lit, int)]
        if rule.measure is Measure.SELECTION:
            self._select(self.model.terms.book.selections[rule.id], under)
            return
        self._bound(rule, under)

    def _applies(self, rule: Rule, when: Lit) -> Lit:
        """Whether it may apply; if so it must for certain, since nothing unknown may be left."""
        if not rule.when:
            return 1
        applies = self.cp.new_bool_var("")
        coming = sum(self.model.coming(rule.when).values())
        for number in self.model.numbers:
            self.logic.implies(self.model.possibly(number, rule.when), applies)
        self.cp.add(coming == 0).only_enforce_if(~applies)
        sure = sum(self.model.surely(number, rule.when) for number in self.model.numbers)
        self.cp.add(sure + coming >= 1).only_enforce_if([lit for lit in (applies, when) if not isinstance(lit, int)])
        return applies

    def _bound(self, rule: Rule, under: list[Lit]) -> None:
        most = None if isinstance(rule.at_most, Lookup) else rule.at_most
        if rule.one_of:
            self._one_of(rule, under)
        if rule.at_least is not None:
            self._add(self._least(rule) >= _scaled(rule, rule.at_least), under)
        if most is not None:
            self._nothing_open(rule, under)
            self._add(self._most(rule) <= _scaled(rule, most), under)

    def _one_of(self, rule: Rule, under: list[Lit]) -> None:
        self._nothing_open(rule, under)
        chosen = [self.cp.new_bool_var("") for _ in rule.one_of]
        self.cp.add_exactly_one(chosen)
        for lit, value in zip(chosen, rule.one_of, strict=True):
            self._add(self._least(rule) >= _scaled(rule, value), [*under, lit])
            self._add(self._most(rule) <= _scaled(rule, value), [*under, lit])

    def _add(self, bounded: Any, under: list[Lit]) -> None:
        self.cp.add(bounded).only_enforce_if(under)

    def _least(self, rule: Rule) -> Any:
        """What is counted for certain."""
        return self._measured(rule, self.model.surely, certain=True)

    def _most(self, rule: Rule) -> Any:
        """What may be counted."""
        return self._measured(rule, self.model.possibly, certain=False)

    def _measured(self, rule: Rule, match: Any, *, certain: bool) -> Any:
        matches = [match(number, rule.where) for number in self.model.numbers]
        if rule.measure is Measure.SUM:
            return self._sum(str(rule.of), matches)
        if rule.measure is Measure.COUNT:
            return sum(matches) + sum(self.model.coming(rule.where).values())
        if rule.of == "independent_group":
            return sum(self._reached(matches)) + sum(self.model.coming(rule.where).values())
        return self._countries(rule.where, matches, certain=certain)

    def _sum(self, field: str, matches: list[Lit]) -> Any:
        return sum(
            int(Decimal(value) * CENTS) * self.logic.both([matches[number], lit])
            for number in self.model.numbers
            for value, lit in self.model.values[number][field].items()
            if value
        )

    def _nothing_open(self, rule: Rule, under: list[Lit]) -> None:
        """A sum with an amount that is not known has no limit."""
        if rule.measure is not Measure.SUM:
            return
        for number in self.model.numbers:
            unknown = self.model.values[number][str(rule.of)].get(None, 0)
            self._add(self.logic.both([self.model.possibly(number, rule.where), unknown]) <= 0, under)

    def _reached(self, matches: list[Lit]) -> list[Lit]:
        """For each independent group, whether one of it matches."""
        groups: dict[int, list[Lit]] = {}
        for group, match in zip(self._groups, matches, strict=True):
            groups.setdefault(group, []).append(match)
        return [self.logic.either(lits) for lits in groups.values()]

    def _countries(self, where: Where, matches: list[Lit], *, certain: bool) -> Any:
        """How many countries. One that could be any adds none for certain, and may add one."""
        by_code: dict[str, list[Lit]] = {}
        others: list[Any] = []
        for number, match in enumerate(matches):
            for land, lit in self.model.values[number]["country"].items():
                here = self.logic.both([match, lit])
                if land is not None and land.code:
                    by_code.setdefault(land.code, []).append(here)
                elif _adds(land, certain):
                    others.append(here)
        others += [n for one, n in self.model.coming(where).items() if _adds(one.land, certain)]
        return sum(self.logic.either(lits) for lits in by_code.values()) + sum(others)

    def _select(self, selection: Selection, under: list[Lit]) -> None:
        """Every set of places has as many groups to serve it as it asks for (Hall)."""
        served = [[self.model.surely(n, place.where) for n in self.model.numbers] for place in selection.places]
        coming = [self.model.coming(place.where) for place in selection.places]
        for demands in selection.subsets:
            anyone = [self.logic.either(lits) for lits in zip(*(served[i] for i in demands.indices), strict=True)]
            new = {one: n for i in demands.indices for one, n in coming[i].items()}
            self._add(sum(self._reached(anyone)) + sum(new.values()) >= demands.asked, under)


def _adds(land: Land | None, certain: bool) -> bool:  # noqa: FBT001 - private
    return not certain or (land is not None and land.new)


def _scaled(rule: Rule, bound: int) -> int:
    return bound * CENTS if rule.measure is Measure.SUM else bound
