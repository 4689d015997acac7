"""What a book's conditions tell apart: values that no rule treats differently are one.

So many countries come down to two or three groups, and thirteen categories to a handful.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.rules import Measure, Rule, Where
from samverk.scheme.values import Category, CountryStatus

STATEMENTS = ("role_stated", "added_value", "experience")
"""Facts that are made true by writing them down."""


class Land(NamedTuple):
    """A country as the rules see it. Without a `code`: any of its group, or (`new`) one in which nobody else is."""

    group: int
    code: str = ""
    new: bool = False


class LandGroup(NamedTuple):
    """Countries that no condition tells apart. `named`: which of the conditions on the code they meet."""

    status: CountryStatus | None
    named: tuple[bool, ...]
    codes: tuple[str, ...]


class Terms:
    """The conditions of one book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._tests = tuple(dict.fromkeys(_tests(book)))
        self._codes = tuple(wanted for field, wanted in self._tests if field == "country")

    def truth(self, field: str, value: Any, wanted: tuple[Any, ...]) -> bool | None:
        """Whether a value passes a test; `None` if that is not known. A `country` is a Land."""
        if value is None:
            return None
        if field == "country_status":
            status = self.lands[value.group].status
            return None if status is None else bool(status in wanted)
        if field == "country":
            return bool(self.lands[value.group].named[self._codes.index(wanted)])
        return bool(value in wanted)

    def meets(self, facts: dict[str, Any], where: Where) -> bool:
        """Whether known facts pass every test."""
        return all(self.truth(field, facts[column_of(field)], wanted) for field, wanted in where.items())

    @cached_property
    def lands(self) -> tuple[LandGroup, ...]:
        """Every group of countries; the last holds those that the book does not know."""
        groups: dict[tuple[CountryStatus | None, tuple[bool, ...]], list[str]] = {}
        for code, status in self.book.statuses.items():
            named = tuple(code in wanted for wanted in self._codes)
            groups.setdefault((status, named), []).append(code)
        known = [LandGroup(status, named, tuple(codes)) for (status, named), codes in groups.items()]
        return (*known, LandGroup(None, (False,) * len(self._codes), ()))

    def land(self, code: str) -> Land:
        """A country by its code."""
        found = (index for index, group in enumerate(self.lands) if code in group.codes)
        return Land(next(found, len(self.lands) - 1), code)

    @cached_property
    def categories(self) -> tuple[tuple[Category, ...], ...]:
        """Groups of categories that no condition tells apart."""
        groups: dict[tuple[bool, ...], list[Category]] = {}
        for category in Category:
            kept = tuple(category in wanted for field, wanted in self._tests if field == "category")
            groups.setdefault(kept, []).append(category)
        return tuple(map(tuple, groups.values()))

    @cached_property
    def wishes(self) -> tuple[Where, ...]:
        """The conditions whose matches are asked for in some number."""
        rules = on_participants(self.book)
        return tuple(rule.where for rule in rules if rule.at_least is not None or rule.one_of)

    @cached_property
    def bans(self) -> tuple[Where, ...]:
        """The conditions whose matches may only be so many."""
        return tuple(rule.where for rule in on_participants(self.book) if rule.at_most is not None or rule.one_of)


def _tests(book: Book) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for rule in book.rules.values():
        yield from (*rule.where.items(), *rule.when.items())


def column_of(field: str) -> str:
    """The fact that a test looks at."""
    return "country" if field == "country_status" else field


def on_participants(book: Book) -> list[Rule]:
    """The rules that speak of participants and that an application stands or falls with."""
    return [rule for rule in book.rules.values() if rule.measure is not Measure.VALUE and rule.weight == "blocks"]
