"""An alliance that may change, as variables: which value each fact has, who goes, who comes."""

from typing import Any, NamedTuple

from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.columns import Columns
from samverk.scheme.repair.domains import Choice, Newcomer, domains, newcomers
from samverk.scheme.repair.logic import Lit, Logic, negated
from samverk.scheme.repair.terms import Terms, column_of
from samverk.scheme.rules import Where


class Paid(NamedTuple):
    """A change to a participant (its id), which is made if `lit` holds."""

    lit: Lit
    who: str
    field: str
    choice: Choice


class Limits(NamedTuple):
    """What a repair may not do: change those in `keep` (ids), add more than `most_added`."""

    keep: frozenset[str] = frozenset()
    most_added: int = 40


class Model:
    """Variables for one case.

    `stays`: a literal a participant. `values`: for each participant, field -> value -> literal. `comes`: how many of
    each kind are added. `moved`: whether the coordination goes to somebody else. `paid`: every other change.
    """

    def __init__(self, columns: Columns, terms: Terms, costs: Repairs, limits: Limits) -> None:
        self.columns, self.terms, self.logic = columns, terms, Logic()
        self.numbers = range(len(columns.ids))
        self.paid: list[Paid] = []
        kept = [key in limits.keep for key in columns.ids]
        self.stays = [1 if keep else self._staying(i) for i, keep in enumerate(kept)]
        self.values = [
            {field: self._field(i, field, choices) for field, choices in domain.items()}
            for i, domain in enumerate(domains(columns, terms, costs, limits.keep))
        ]
        self.comes = self._newcomers(limits.most_added)
        self._coming: dict[tuple[tuple[str, Any], ...], dict[Newcomer, Any]] = {}
        self.moved: Lit = self.logic.cp.new_bool_var("")
        self.named = [self._naming(i, keep) for i, keep in enumerate(kept)]
        self._coordination()

    def _staying(self, number: int) -> Lit:
        stays = self.logic.cp.new_bool_var("")
        self.paid.append(Paid(~stays, self.columns.ids[number], "", Choice(None, Kind.DROP)))
        return stays

    def _field(self, number: int, field: str, choices: tuple[Choice, ...]) -> dict[Any, Lit]:
        lits = self.logic.choice(len(choices))
        changes = zip(lits[1:], choices[1:], strict=True)
        self.paid += [Paid(lit, self.columns.ids[number], field, choice) for lit, choice in changes]
        return {choice.value: lit for choice, lit in zip(choices, lits, strict=True)}

    def _newcomers(self, most: int) -> dict[Newcomer, Any]:
        """The countries in which nobody is yet are only so many."""
        cp, comes = self.logic.cp, {}
        for one in newcomers(self.terms) if most else ():
            comes[one] = cp.new_int_var(0, most, "")
        if comes:
            cp.add(sum(comes.values()) <= most)
        return comes

    def _naming(self, number: int, keep: bool) -> Lit:  # noqa: FBT001 - private
        """Whether the participant coordinates. Where nobody was named before, that is told; else it is a change."""
        now = self.columns.column("coordinator")[number]
        if keep and now is not None:
            return int(now)
        named = self.logic.cp.new_bool_var("")
        self.logic.implies(named, self.stays[number])
        if now is None:
            self.paid.append(Paid(named, self.columns.ids[number], "coordinator", Choice(value=True, kind=Kind.TELL)))
        else:
            flipped = self.logic.both([self.stays[number], ~named]) if now else named
            self.logic.implies(flipped, self.moved)
        return named

    def _coordination(self) -> None:
        """Once somebody is named, whoever is not named is not; until then it is open where nothing is said."""
        led = self.logic.either([*self.named, self._newcomer_leads()])
        for number, participant in enumerate(self.columns.case.participants):
            named = self.named[number]
            open_ = negated(led) if participant.coordinator is None else 0
            neither = self.logic.both([negated(named), negated(open_)])
            self.values[number]["coordinator"] = {None: open_, True: named, False: neither}

    def _newcomer_leads(self) -> Lit:
        leading = [n for one, n in self.comes.items() if one.coordinator]
        if not leading:
            return 0
        leads = self.logic.cp.new_bool_var("")
        self.logic.cp.add(sum(leading) >= 1).only_enforce_if(leads)
        self.logic.cp.add(sum(leading) == 0).only_enforce_if(~leads)
        self.logic.implies(leads, self.moved)
        return leads

    def surely(self, number: int, where: Where) -> Lit:
        """Whether the participant is there and passes every test, whatever is not known."""
        return self._passes(number, where, (True,))

    def possibly(self, number: int, where: Where) -> Lit:
        """Whether it is there and fails no test for certain."""
        return self._passes(number, where, (True, None))

    def _passes(self, number: int, where: Where, enough: tuple[bool | None, ...]) -> Lit:
        tests = (self._test(number, field, wanted, enough) for field, wanted in where.items())
        return self.logic.both([self.stays[number], *tests])

    def _test(self, number: int, field: str, wanted: tuple[Any, ...], enough: tuple[bool | None, ...]) -> Lit:
        values = self.values[number][column_of(field)]
        return self.logic.either(
            lit for value, lit in values.items() if self.terms.truth(field, value, wanted) in enough
        )

    def coming(self, where: Where) -> dict[Newcomer, Any]:
        """Those of the newcomers who pass every test, with how many they are."""
        key = tuple(where.items())
        if key not in self._coming:
            self._coming[key] = {one: n for one, n in self.comes.items() if self.terms.meets(one.facts, where)}
        return self._coming[key]
