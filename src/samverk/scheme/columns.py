"""A case laid out by column, and who matches a condition: for certain, and at most.

Sets of participants are integers, one bit a participant, so that a condition is a handful of bit operations.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any, NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.facts import Case, Participant
from samverk.scheme.independence import groups_of
from samverk.scheme.rules import Where

Set = int
"""A set of participants, bit i for the i-th."""


class Match(NamedTuple):
    """Who matches: `sure` whatever the missing facts are, `possible` for at least one way they can be."""

    sure: Set
    possible: Set


class Columns:
    """The participants of one case as one book sees them, with every condition evaluated once."""

    def __init__(self, case: Case, book: Book) -> None:
        self.case, self.book = case, book
        self.ids = [p.id for p in case.participants]
        self.everyone: Set = (1 << len(self.ids)) - 1
        self._derived = self._derivations()
        self._columns: dict[str, list[Any]] = {}
        self._tests: dict[tuple[str, tuple[Any, ...]], Match] = {}
        self._names: dict[Set, tuple[str, ...]] = {0: ()}

    def column(self, field: str) -> list[Any]:
        """The values of a field, one a participant, `None` where not known."""
        values = self._columns.get(field)
        if values is None:
            values = self._columns[field] = self._read(field)
        return values

    def _read(self, field: str) -> list[Any]:
        if field == "independent_group":
            return groups_of(self.ids, self.case.links)
        read = self._derived.get(field) or attrgetter(field)
        return [read(p) for p in self.case.participants]

    def _derivations(self) -> dict[str, Callable[[Participant], Any]]:
        day, statuses = self.book.terms.deadline.day, self.book.statuses
        led = any(p.coordinator for p in self.case.participants)
        return {
            "country_status": lambda p: statuses.get(p.country) if p.country else None,
            "charter": lambda p: p.charter_on(day),
            # Once somebody is named as coordinator, whoever is not named is not.
            "coordinator": lambda p: False if led and p.coordinator is None else p.coordinator,
        }

    def test(self, field: str, wanted: tuple[Any, ...]) -> Match:
        """Whose `field` is one of `wanted`."""
        match = self._tests.get((field, wanted))
        if match is None:
            match = self._tests[field, wanted] = self._match(field, wanted)
        return match

    def _match(self, field: str, wanted: tuple[Any, ...]) -> Match:
        sure = open_ = 0
        bit = 1
        for value in self.column(field):
            if value is None:
                open_ |= bit
            elif value in wanted:
                sure |= bit
            bit <<= 1
        return Match(sure, sure | open_)

    def where(self, tests: Where) -> Match:
        """Who meets every test of a condition."""
        sure = possible = self.everyone
        for field, wanted in tests.items():
            match = self.test(field, wanted)
            sure &= match.sure
            possible &= match.possible
        return Match(sure, possible)

    def names(self, members: Set) -> tuple[str, ...]:
        """The ids of a set's participants, in the case's order."""
        names = self._names.get(members)
        if names is None:
            names = self._names[members] = tuple(self.pick(self.ids, members))
        return names

    @staticmethod
    def pick(column: list[Any], members: Set) -> Iterable[Any]:
        """The values of a column at a set's participants."""
        while members:
            low = members & -members
            yield column[low.bit_length() - 1]
            members ^= low

    def groups(self, members: Set) -> Set:
        """The independent groups that hold at least one of the participants, one bit a group."""
        if not self.case.links:
            return members
        found = 0
        for group in self.pick(self.column("independent_group"), members):
            found |= 1 << group
        return found
