"""The smallest changes, with the proof that none are smaller; or the rules that cannot hold together."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ortools.sat.python import cp_model

from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.columns import Columns
from samverk.scheme.repair.bounds import Bounds
from samverk.scheme.repair.domains import Newcomer
from samverk.scheme.repair.logic import Lit
from samverk.scheme.repair.model import Limits, Model, Paid
from samverk.scheme.repair.terms import Terms, on_participants

FACTS, NICETIES = 1000, 100
"""More than there can be of the lesser: a change weighs more than all facts told, a fact than all niceties."""

CHANGE = FACTS * NICETIES


class Found(NamedTuple):
    """One way: the changes that are made, who comes, who coordinates (`None`: as before), what it costs."""

    cost: int
    paid: tuple[Paid, ...]
    comes: tuple[Newcomer, ...]
    coordinators: tuple[str, ...] | None


class Search:
    """The repairs of one model."""

    def __init__(self, columns: Columns, terms: Terms, costs: Repairs, limits: Limits) -> None:
        self.model, self.costs = Model(columns, terms, costs, limits), costs
        self.cp = self.model.logic.cp
        self._rules = on_participants(terms.book)
        self._only_so_many_countries()

    def _only_so_many_countries(self) -> None:
        """No more newcomers in countries of their own than there are such countries."""
        there = {participant.country for participant in self.model.columns.case.participants}
        for index, group in enumerate(self.model.terms.lands):
            new = [n for one, n in self.model.comes.items() if one.land.new and one.land.group == index]
            told = [
                lit
                for values in self.model.values
                for land, lit in values["country"].items()
                if land is not None and land.new and land.group == index
            ]
            if new or told:
                self.cp.add(sum(new) + sum(told) <= len(set(group.codes) - there))

    def optima(self, most: int, ceiling: int | None) -> Iterator[Found]:
        """The cheapest ways, none dearer than `ceiling`, that differ in what is done to those who are there."""
        bounds = Bounds(self.model)
        for rule in self._rules:
            bounds.hold(rule, 1)
        price, told, nice = self._price(), self._told(), self._niceties()
        if ceiling is not None:
            self.cp.add(price <= ceiling)
        self.cp.minimize(CHANGE * price + NICETIES * told + nice)
        solver = _solver()
        for number in range(most):
            if solver.solve(self.cp) != cp_model.OPTIMAL:
                return
            yield self._found(solver)
            if number == 0:
                self.cp.add(price <= solver.value(price) if not isinstance(price, int) else True)
                self.cp.add(told <= solver.value(told) if not isinstance(told, int) else True)
            self._exclude(solver)

    def _price(self) -> Any:
        changes = sum(self.costs.of(paid.choice.kind) * paid.lit for paid in self.model.paid if paid.choice.kind)
        added = self.costs.of(Kind.ADD) * sum(self.model.comes.values())
        return changes + added + self.costs.of(Kind.COORDINATOR) * self.model.moved

    def _told(self) -> Any:
        return sum(paid.lit for paid in self.model.paid if paid.choice.kind is Kind.TELL)

    def _niceties(self) -> Any:
        """Among newcomers, those of whom least is asked; and of countries told, those that may be any."""
        new = [p.lit for p in self.model.paid if p.field == "country" and p.choice.value.new]
        return sum(new) + sum(self._demanding(one) * n for one, n in self.model.comes.items())

    def _demanding(self, one: Newcomer) -> int:
        terms = self.model.terms
        return sum(terms.meets(one.facts, where) for where in terms.wishes) + one.land.new + one.coordinator

    def _found(self, solver: cp_model.CpSolver) -> Found:
        def holds(lit: Lit) -> bool:
            return bool(lit) if isinstance(lit, int) else bool(solver.boolean_value(lit))

        comes = tuple(one for one, n in self.model.comes.items() for _ in range(solver.value(n)))
        paid = tuple(paid for paid in self.model.paid if holds(paid.lit))
        named = tuple(key for key, lit in zip(self.model.columns.ids, self.model.named, strict=True) if holds(lit))
        moved = holds(self.model.moved)
        cost = sum(self.costs.of(each.choice.kind) for each in paid if each.choice.kind)
        cost += self.costs.of(Kind.ADD) * len(comes) + self.costs.of(Kind.COORDINATOR) * moved
        return Found(cost, paid, comes, named if moved else None)

    def _exclude(self, solver: cp_model.CpSolver) -> None:
        """Not the same changes to the same participants once more."""
        changed: dict[tuple[str, str, Any], list[Lit]] = {}
        for paid in self.model.paid:
            kind = None if paid.choice.kind is Kind.TELL else paid.choice.value
            changed.setdefault((paid.who, paid.field, kind), []).append(paid.lit)
        for lit in self.model.named:
            if not isinstance(lit, int):
                changed["", "coordinator", lit.index] = [lit]
        self.cp.add_bool_or([self._other(lits, solver) for lits in changed.values()])

    def _other(self, lits: list[Lit], solver: cp_model.CpSolver) -> Lit:
        """That the answer to whether any of them holds is another than it was."""
        held = any(solver.boolean_value(lit) for lit in lits)
        whole = self.model.logic.either(lits)
        return ~whole if held else whole

    def conflict(self) -> tuple[str, ...]:
        """Rules that cannot hold together, whatever is changed. Only asked where nothing was found."""
        bounds, held = Bounds(self.model), {}
        for rule in self._rules:
            lit = self.cp.new_bool_var(rule.id)
            held[lit.index] = rule.id
            bounds.hold(rule, lit)
            self.cp.add_assumption(lit)
        solver = _solver()
        solver.solve(self.cp)
        return tuple(held[index] for index in solver.sufficient_assumptions_for_infeasibility())


def _solver() -> cp_model.CpSolver:
    """One thread: two are slower on models of this size, and one always finds the same."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_probing_level = solver.parameters.symmetry_level = 0
    solver.parameters.linearization_level = 2
    return solver
