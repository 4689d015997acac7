"""What each participant's facts may become, and who could be added: the raw material of a repair."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.columns import Columns
from samverk.scheme.repair.terms import STATEMENTS, Land, Terms
from samverk.scheme.rules import SUM_FIELDS
from samverk.scheme.values import Category, Role

FIELDS = ("role", "category", "country", "coordinator", "charter", *STATEMENTS, *SUM_FIELDS)
"""The facts of a participant that rules look at."""


class Choice(NamedTuple):
    """One value that a fact may have. `kind`: the change that makes it so, `None` for how it is now."""

    value: Any
    kind: Kind | None = None


Domain = dict[str, tuple[Choice, ...]]
"""Field -> what it may be, first how it is now (`None`: not known)."""


def domains(columns: Columns, terms: Terms, costs: Repairs, keep: frozenset[str]) -> list[Domain]:
    """One for each participant. Those in `keep` stay as they are, but what is not known of them may be told."""
    now = {field: columns.column(field) for field in FIELDS}
    found = []
    for index, key in enumerate(columns.ids):
        facts = {field: now[field][index] for field in FIELDS}
        facts["country"] = terms.land(facts["country"]) if facts["country"] else None
        changing = {} if key in keep else _changes(facts, costs)
        found.append({f: (Choice(v), *_told(f, v, terms), *changing.get(f, ())) for f, v in facts.items()})
    return found


def _told(field: str, value: Any, terms: Terms) -> Iterator[Choice]:
    """What a missing fact may turn out to be. Who coordinates is asked for once, of all."""
    if value is None and field != "coordinator":
        yield from (Choice(each, Kind.TELL) for each in _every(field, terms))


def _every(field: str, terms: Terms) -> tuple[Any, ...]:
    if field == "role":
        return tuple(Role)
    if field == "category":
        return tuple(group[0] for group in terms.categories)
    if field == "country":
        return tuple(lands(terms))
    return (0,) if field in SUM_FIELDS else (True, False)


def lands(terms: Terms) -> Iterator[Land]:
    """Every group of countries, as any of them and as one in which nobody else is."""
    for index, group in enumerate(terms.lands):
        if group.codes:
            yield Land(index)
            yield Land(index, new=True)


def _changes(facts: dict[str, Any], costs: Repairs) -> dict[str, list[Choice]]:
    """What known facts may be changed to."""
    changes: dict[str, list[Choice]] = {
        field: [Choice(value=True, kind=Kind.STATEMENT)] for field in STATEMENTS if facts[field] is False
    }
    if facts["role"]:
        changes["role"] = [Choice(role, Kind.ROLE) for role in Role if role is not facts["role"]]
    changes["category"] = [Choice(category, Kind.CATEGORY) for category in costs.recasts(facts["category"])]
    for field in SUM_FIELDS:
        if facts[field]:
            changes[field] = [Choice(0, Kind.OWN_GRANT)]
    return changes


FAVOUR = {"charter": True, **dict.fromkeys(STATEMENTS, True), **dict.fromkeys(SUM_FIELDS, 0)}
"""What can be written or shown of a newcomer."""


@dataclass(frozen=True, eq=False)
class Newcomer:
    """A kind of organisation that could be added: what the rules see of it."""

    role: Role
    category: Category
    land: Land
    coordinator: bool

    @cached_property
    def facts(self) -> dict[str, Any]:
        """Field -> value, with everything in its favour."""
        seen = {"role": self.role, "category": self.category, "country": self.land, "coordinator": self.coordinator}
        return FAVOUR | seen


def newcomers(terms: Terms) -> tuple[Newcomer, ...]:
    """Every kind that some wish of the book counts."""
    every = (
        Newcomer(role, group[0], land, leads)
        for role in Role
        for group in terms.categories
        for land in lands(terms)
        for leads in (False, True)
        if terms.lands[land.group].status
    )
    return tuple(one for one in every if any(terms.meets(one.facts, where) for where in terms.wishes))
