"""The vocabulary in which a book states a rule: measure, where, bound, when, source, weight.

Closed on purpose: no expression language, no code in data. A new kind of measure is code, in every reading.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Annotated, Any, NamedTuple, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from samverk.scheme.values import Category, Certainty, CountryStatus, Role, Weight
from samverk.scheme.verdict import Required


class Measure(StrEnum):
    """What a rule counts.

    `count`: participants that match. `distinct`: different values of a field among them. `sum`: of a field,
    in its unit. `value`: of one project field. `selection`: how many of the places that a rule and the rules
    `among` it ask for can be filled at once, by organisations independent of each other ("of which").
    """

    COUNT = "count"
    DISTINCT = "distinct"
    SUM = "sum"
    VALUE = "value"
    SELECTION = "selection"


FIELDS: dict[str, type] = {
    "role": Role,
    "category": Category,
    "country": str,
    "country_status": CountryStatus,
    "coordinator": bool,
    "charter": bool,
    "role_stated": bool,
    "added_value": bool,
    "experience": bool,
}
"""Fields of a participant that a `where` may test, with the type of their values."""

DISTINCT_FIELDS = ("country", "independent_group")
SUM_FIELDS = ("grant",)
PROJECT_FIELDS = ("duration_months", "grant", "aims")
"""Fields of the project; of `aims` the measure is how many are named."""


def _as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


def _typed(field: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    kind = FIELDS.get(field)
    if kind is None:
        raise ValueError(f"unknown_field:{field}")
    if not all(isinstance(v, bool) == (kind is bool) for v in values):
        raise ValueError(f"wrong_value:{field}")
    try:
        return tuple(dict.fromkeys(kind(v) for v in values))
    except ValueError:
        raise ValueError(f"wrong_value:{field}") from None


def _where(tests: Any) -> Any:
    if not isinstance(tests, dict):
        return tests
    return {field: _typed(field, _as_tuple(values)) for field, values in sorted(tests.items())}


Where = Annotated[dict[str, tuple[Any, ...]], BeforeValidator(_where)]
"""A conjunction: every field has one of its values."""


class Strict(BaseModel):
    """What a book holds: an unknown key is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


Whole = Annotated[int, Field(strict=True)]


class Lookup(Strict):
    """A bound that depends on a project field, as the ceiling of the grant does on the duration."""

    by: str
    values: dict[int, Whole]

    @model_validator(mode="after")
    def _by_is_a_project_field(self) -> Self:
        if self.by not in PROJECT_FIELDS:
            raise ValueError(f"unknown_field:{self.by}")
        return self


class Rule(Strict):
    """One rule of a scheme, stated once. `unit` is that of the bound; `among` names the rule it is part of."""

    id: str = Field(pattern=r"^[a-z_]+(\.[a-z_]+)+$")
    measure: Measure
    of: str | None = None
    where: Where = {}
    when: Where = {}
    at_least: Whole | None = None
    at_most: Whole | Lookup | None = None
    one_of: tuple[Whole, ...] = ()
    among: str | None = None
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED
    weight: Weight = Weight.BLOCKS

    @cached_property
    def required(self) -> Required:
        """The bound, where it does not depend on the project."""
        return Required(self.at_least, None if isinstance(self.at_most, Lookup) else self.at_most, self.one_of)

    @model_validator(mode="after")
    def _measure_fits_field(self) -> Self:
        allowed: dict[Measure, tuple[str | None, ...]] = {
            Measure.COUNT: (None,),
            Measure.SELECTION: (None,),
            Measure.DISTINCT: DISTINCT_FIELDS,
            Measure.SUM: SUM_FIELDS,
            Measure.VALUE: PROJECT_FIELDS,
        }
        if self.of not in allowed[self.measure]:
            raise ValueError(f"wrong_of:{self.of}")
        if self.where and self.measure in (Measure.VALUE, Measure.SELECTION):
            raise ValueError(f"no_where:{self.measure}")
        return self

    @model_validator(mode="after")
    def _has_one_bound(self) -> Self:
        bounds = self.at_least is not None or self.at_most is not None, bool(self.one_of)
        wanted = (False, False) if self.measure is Measure.SELECTION else (not self.one_of, bool(self.one_of))
        if bounds != wanted:
            raise ValueError("wrong_bound")
        if self.measure is Measure.SELECTION and self.among is None:
            raise ValueError("selection_needs_among")
        return self


class Place(NamedTuple):
    """So many independent organisations that match `where`, in one selection; `rule` asks for them."""

    rule: str
    demand: int
    where: Where


class Demands(NamedTuple):
    """A set of a selection's places: their indices, the rules that ask for them, and how many in all."""

    indices: tuple[int, ...]
    rules: tuple[str, ...]
    asked: int


class Selection:
    """The places that one selection must fill at once; the whole's own come last."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.places = tuple(places)
        self.total = sum(place.demand for place in places)
        numbers = range(len(places))
        self.subsets = tuple(self._demands(c) for n in numbers for c in combinations(numbers, n + 1))

    def _demands(self, chosen: tuple[int, ...]) -> Demands:
        places = [self.places[i] for i in chosen]
        return Demands(chosen, tuple(p.rule for p in places), sum(p.demand for p in places))


def with_base(rule: Rule, rules: dict[str, Rule]) -> Rule:
    """The rule with the conditions of the rules it is `among` added to its own `where`."""
    if rule.among is None or rule.measure is Measure.SELECTION:
        return rule
    base = with_base(rules[rule.among], rules)
    return rule.model_copy(update={"where": {**base.where, **rule.where}})


def parts_of(rule: str, rules: dict[str, Rule]) -> list[Rule]:
    """The rules that are directly among `rule`."""
    return [r for r in rules.values() if r.among == rule and r.measure is Measure.DISTINCT]


def places(rule: str, rules: dict[str, Rule]) -> list[Place]:
    """The places of one selection: those of each part, and for the rule itself what the parts leave over.

    A selection that fills them all holds, at once, what the rule and every rule among it ask for: parts beside
    each other exclude each other (the loader sees to that), so no organisation could serve two of them.
    """
    inner = [place for part in parts_of(rule, rules) for place in places(part.id, rules)]
    own = (rules[rule].at_least or 0) - sum(place.demand for place in inner)
    whole = with_base(rules[rule], rules).where
    return [*inner, Place(rule, max(0, own), whole)]
