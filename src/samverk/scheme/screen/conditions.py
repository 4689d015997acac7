"""The conditions of a book laid out over the values that the input's columns hold."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.rules import Where

Values = tuple[Any, ...]
"""What a column's codes stand for, by code; `None` stands for "not known"."""

Vector = tuple[bool, ...]
"""Which of a column's values match, by code."""

Condition = tuple[tuple[str, Vector], ...]
"""A conjunction: column -> which of its values match. Whoever fails none of them matches."""


class Reading(NamedTuple):
    """Who matches: for sure, or for at least one way the missing facts can turn out (`possible`).

    `led`: somebody in the application is named as coordinator, so that whoever is not named is not.
    """

    possible: bool
    led: bool


class Conditions:
    """A book's conditions over the values of one input. A row's standing is read off its country."""

    def __init__(self, book: Book, values: Mapping[str, Values]) -> None:
        self._statuses, self.values = book.statuses, values
        self._vector = cache(self._match)

    def where(self, tests: Where, reading: Reading) -> Condition:
        """Who meets every test."""
        condition: Condition = ()
        for field, wanted in tests.items():
            column = "country" if field == "country_status" else field
            condition = narrowed(condition, column, self._vector(field, wanted, reading))
        return condition

    def only(self, condition: Condition, column: str, wanted: Values) -> Condition:
        """Whoever of `condition` has one of the values in `column`, as it stands in the input."""
        return narrowed(condition, column, tuple(value in wanted for value in self.values[column]))

    def _match(self, field: str, wanted: Values, reading: Reading) -> Vector:
        return tuple(
            value in wanted or (value is None and reading.possible) for value in self._facts(field, led=reading.led)
        )

    def _facts(self, field: str, *, led: bool) -> Values:
        if field == "country_status":
            return tuple(self._statuses.get(country or "") for country in self.values["country"])
        if field == "coordinator" and led:
            return tuple(bool(value) for value in self.values[field])
        return self.values[field]


def narrowed(condition: Condition, column: str, vector: Vector) -> Condition:
    """The condition with one more test."""
    tests = dict(condition)
    tests[column] = tuple(a and b for a, b in zip(tests.get(column, vector), vector, strict=True))
    return tuple(sorted(tests.items()))


def of_column(condition: Condition, column: str) -> Vector | None:
    """Which values of a column match; `None` if it is not tested."""
    return dict(condition).get(column)
