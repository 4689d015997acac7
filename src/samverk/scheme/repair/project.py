"""The project's part of a repair: few facts, so every way they can be is tried."""

from collections.abc import Iterator
from itertools import product
from typing import Any

from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.check.project import check_project
from samverk.scheme.facts import Case
from samverk.scheme.repair.edits import Edit, apply
from samverk.scheme.rules import Lookup, Measure, Rule
from samverk.scheme.values import Outcome

KINDS = {"duration_months": Kind.DURATION, "grant": Kind.GRANT, "aims": Kind.AIMS}

WELL = (Outcome.MET, Outcome.NOT_APPLICABLE)

Edits = tuple[Edit, ...]


def repair_project(case: Case, book: Book, costs: Repairs) -> tuple[Edits, ...]:
    """The cheapest changes that the rules on the project ask for, and fewest facts told; none if there is no way."""
    rules = [rule for rule in book.rules.values() if rule.measure is Measure.VALUE and rule.weight == "blocks"]
    ways = [list(_ways(field, case, rules, costs)) for field in KINDS]
    tried = [tuple(edit for edit in way if edit) for way in product(*ways)]
    fitting = [edits for edits in tried if _well(apply(case, edits, book), rules)]
    best = min(map(_weight, fitting), default=None)
    return _widest([edits for edits in fitting if _weight(edits) == best])


def _ways(field: str, case: Case, rules: list[Rule], costs: Repairs) -> Iterator[Edit | None]:
    """To leave the fact as it is, or to say each value that a rule names."""
    yield None
    known = getattr(case.project, field)
    kind = Kind.TELL if known is None else KINDS[field]
    for value in sorted(_named(field, rules)):
        yield Edit(kind, field=field, value=value, cost=costs.of(kind))


def _named(field: str, rules: list[Rule]) -> set[int]:
    """The values at which a bound on the field lies, or by which one is looked up."""
    found: set[int] = set()
    for rule in rules:
        most = rule.at_most
        if isinstance(most, Lookup):
            found |= set(most.values) if most.by == field else set()
        if rule.of == field:
            found |= {*rule.one_of, *([] if rule.at_least is None else [rule.at_least])}
            found |= set(most.values.values()) if isinstance(most, Lookup) else {most} if most is not None else set()
    return found


def _well(case: Case, rules: list[Rule]) -> bool:
    return all(check_project(rule, case).outcome in WELL for rule in rules)


def _weight(edits: Edits) -> tuple[int, int]:
    return sum(edit.cost for edit in edits), sum(edit.kind is Kind.TELL for edit in edits)


def _widest(fitting: list[Edits]) -> tuple[Edits, ...]:
    """Of ways that differ in the grant alone, the one that leaves the most."""
    kept: dict[Any, Edits] = {}
    for edits in fitting:  # in rising order of each value
        kept[tuple((edit.field, edit.value) for edit in edits if edit.field != "grant")] = edits
    return tuple(kept.values())
