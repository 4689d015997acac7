"""Yes and no in a model: what is certain stays a number, and no formula is stated twice."""

from collections.abc import Iterable
from typing import Any

from ortools.sat.python import cp_model

Lit = Any
"""A variable that is 0 or 1, its negation, or the number itself where it is certain."""


class Logic:
    """Builds formulas over the variables of one model."""

    def __init__(self) -> None:
        self.cp = cp_model.CpModel()
        self._known: dict[tuple[str, frozenset[int]], Lit] = {}

    def choice(self, number: int) -> list[Lit]:
        """As many literals, of which exactly one is 1."""
        if number == 1:
            return [1]
        if number == 2:
            one = self.cp.new_bool_var("")
            return [~one, one]
        lits = [self.cp.new_bool_var("") for _ in range(number)]
        self.cp.add_exactly_one(lits)
        return lits

    def implies(self, one: Lit, other: Lit) -> None:
        """Wherever the one holds, the other does."""
        if isinstance(one, int) or isinstance(other, int):
            self.cp.add(one <= other)
        else:
            self.cp.add_implication(one, other)

    def both(self, lits: Iterable[Lit]) -> Lit:
        """Whether all hold."""
        open_ = _open(lits, neutral=1)
        return open_ if isinstance(open_, int) else self._formula("and", open_)

    def either(self, lits: Iterable[Lit]) -> Lit:
        """Whether at least one holds."""
        open_ = _open(lits, neutral=0)
        return open_ if isinstance(open_, int) else self._formula("or", open_)

    def _formula(self, kind: str, lits: dict[int, Lit]) -> Lit:
        if len(lits) == 1:
            return next(iter(lits.values()))
        key = kind, frozenset(lits)
        if key not in self._known:
            self._known[key] = self._stated(kind, list(lits.values()))
        return self._known[key]

    def _stated(self, kind: str, lits: list[Lit]) -> Lit:
        whole = self.cp.new_bool_var("")
        if kind == "and":
            self.cp.add_bool_and(lits).only_enforce_if(whole)
            self.cp.add_bool_or([whole, *(~lit for lit in lits)])
        else:
            self.cp.add_bool_or(lits).only_enforce_if(whole)
            self.cp.add_bool_and([~lit for lit in lits]).only_enforce_if(~whole)
        return whole


def negated(lit: Lit) -> Lit:
    """Whether it does not hold."""
    return 1 - lit if isinstance(lit, int) else ~lit


def _open(lits: Iterable[Lit], neutral: int) -> dict[int, Lit] | int:
    """Those that are not certain, by their number in the model; or the answer, where one of them decides."""
    found: dict[int, Lit] = {}
    for lit in lits:
        if not isinstance(lit, int):
            found[lit.index] = lit
        elif lit != neutral:
            return lit
    return found or neutral
