"""A case laid out by column, and who matches a condition: for certain, and at most.

Sets of participants are integers, one bit a participant, so that a condition is a handful of bit operations.
"""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from samverk.scheme.book.model import Book
from samverk.scheme.facts import Case, Participant
from samverk.scheme.independence import groups_of
from samverk.scheme.rules import Where

Set = int
"""A set of participants, bit i for the i-th."""

Match = tuple[Set, Set]
"""Who matches for sure, whatever the missing facts are; and who may, for at least one way they can be."""


class Columns:
    """The participants of one case as one book sees them, with every condition evaluated once."""

    def __init__(self, case: Case, book: Book) -> None:
        self.case, self.book = case, book
        self.ids = tuple([p.id for p in case.participants])
        self.everyone: Set = (1 << len(self.ids)) - 1
        self._derived = self._derivations()
        self._columns: dict[str, list[Any]] = {}
        self._members: dict[str, dict[Any, Set]] = {}
        self._matches: dict[tuple[str, tuple[Any, ...]], Match] = {}
        self._names: dict[Set, tuple[str, ...]] = {0: (), self.everyone: self.ids}

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
            "country_status": lambda p: statuses.get(p.country or ""),
            "charter": lambda p: p.charter_on(day),
            # Once somebody is named as coordinator, whoever is not named is not.
            "coordinator": lambda p: False if led and p.coordinator is None else p.coordinator,
        }

    def members(self, field: str) -> dict[Any, Set]:
        """Value of a field -> who has it."""
        members = self._members.get(field)
        if members is None:
            members = self._members[field] = {}
            bit = 1
            for value in self.column(field):
                members[value] = members.get(value, 0) | bit
                bit <<= 1
        return members

    def without(self, field: str) -> Set:
        """Whose `field` is not known."""
        return self.members(field).get(None, 0)

    def where(self, tests: Where) -> Match:
        """Who meets every test of a condition."""
        sure = possible = self.everyone
        for test in tests.items():
            match = self._matches.get(test) or self._match(*test)
            sure &= match[0]
            possible &= match[1]
        return sure, possible

    def _match(self, field: str, wanted: tuple[Any, ...]) -> Match:
        members = self.members(field)
        sure = 0
        for value in wanted:
            sure |= members.get(value, 0)
        match = self._matches[field, wanted] = sure, sure | members.get(None, 0)
        return match

    def outside(self, field: str, wanted: tuple[Any, ...]) -> Set:
        """Whose `field` is known and none of `wanted`."""
        match = self._matches.get((field, wanted)) or self._match(field, wanted)
        return self.everyone & ~match[1]

    def names(self, members: Set) -> tuple[str, ...]:
        """The ids of a set's participants, in the case's order."""
        names = self._names.get(members)
        if names is None:
            names = self._names[members] = tuple(self.pick(self.ids, members))
        return names

    @staticmethod
    def pick(column: Sequence[Any], members: Set) -> list[Any]:
        """The values of a column at a set's participants."""
        return [value for i, value in enumerate(column) if members >> i & 1]

    def groups(self, members: Set) -> Set:
        """The independent groups that hold at least one of the participants, one bit a group."""
        if not self.case.links:
            return members
        found = 0
        for group in self.pick(self.column("independent_group"), members):
            found |= 1 << group
        return found
