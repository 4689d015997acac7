"""What a rule counts of the participants, for many applications at once: the least and the most it can be.

Each measure takes the bits it needs when the layout is made, and reads them off the joined words.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Protocol

import numpy as np

from samverk.scheme.rules import Measure, Rule
from samverk.scheme.screen.bounds import NO_LIMIT, Numbers
from samverk.scheme.screen.chunk import Joined, Pair
from samverk.scheme.screen.columns import Amount
from samverk.scheme.screen.conditions import Condition, Conditions, Reading, narrowed, of_column
from samverk.scheme.screen.layout import BITS, Bits, Layout

Interval = tuple[Numbers, Numbers]
CENTS = 100


class Counted(Protocol):
    """What is counted, at least and at most, by application."""

    def __call__(self, joined: Joined) -> Interval: ...


def pair(place: Callable[[Reading], Bits], *, possible: bool) -> Pair:
    """The bits of one reading, where nobody leads and where somebody does."""
    return place(Reading(possible, led=False)), place(Reading(possible, led=True))


class Tally:
    """Participants, or independent groups of them."""

    def __init__(self, rule: Rule, conditions: Conditions, layout: Layout) -> None:
        grouped = rule.of == "independent_group"

        def lane(reading: Reading) -> Bits:
            return layout.lane(conditions.where(rule.where, reading), grouped=grouped)

        self.sure, self.possible = pair(lane, possible=False), pair(lane, possible=True)

    def __call__(self, joined: Joined) -> Interval:
        """(least, most)"""
        return joined.number(self.sure), joined.number(self.possible)


class Different:
    """Different values of a column: a flag each. Every missing one may be one more."""

    def __init__(self, rule: Rule, conditions: Conditions, layout: Layout) -> None:
        self._column = str(rule.of)
        self._rule, self._conditions, self._layout = rule, conditions, layout
        domain = self._domain(Reading(possible=True, led=False))
        self._parts = [domain[i : i + BITS] for i in range(0, len(domain), BITS)]
        self.sure, self.possible = self._flags(possible=False), self._flags(possible=True)
        self.missing = pair(self._unnamed, possible=True)

    def _domain(self, reading: Reading) -> list[str]:
        """The values that anybody who may match can have."""
        values = self._conditions.values[self._column]
        matching = of_column(self._conditions.where(self._rule.where, reading), self._column) or (True,) * len(values)
        return sorted({value for value, may in zip(values, matching, strict=True) if may and value is not None})

    def _flags(self, *, possible: bool) -> list[Pair]:
        return [pair(partial(self._flag, part), possible=possible) for part in self._parts]

    def _flag(self, part: list[str], reading: Reading) -> Bits:
        condition = self._conditions.where(self._rule.where, reading)
        return self._layout.flags(*(self._conditions.only(condition, self._column, (value,)) for value in part))

    def _unnamed(self, reading: Reading) -> Bits:
        condition = self._conditions.where(self._rule.where, reading)
        return self._layout.lane(self._conditions.only(condition, self._column, (None,)))

    def __call__(self, joined: Joined) -> Interval:
        """(least, most)"""
        return self._number(joined, self.sure), self._number(joined, self.possible) + joined.number(self.missing)

    @staticmethod
    def _number(joined: Joined, parts: list[Pair]) -> Numbers:
        found = np.zeros(len(joined.chunk), np.int64)
        for part in parts:
            found += np.bitwise_count(joined.number(part).view(np.uint64))
        return found


class Sum:
    """An amount, in cents. No limit where somebody who may match has none named."""

    def __init__(self, rule: Rule, conditions: Conditions, layout: Layout) -> None:
        self._where = rule.where

        def flag(reading: Reading) -> Bits:
            return layout.flags(conditions.where(rule.where, reading))

        def open_flag(reading: Reading) -> Bits:
            return layout.flags(conditions.only(conditions.where(rule.where, reading), "grant_cents", (None,)))

        self.sure, self.possible = pair(flag, possible=False), pair(flag, possible=True)
        self.open = pair(open_flag, possible=True)

    def __call__(self, joined: Joined) -> Interval:
        """(least, most)"""
        most = np.where(joined.number(self.open) > 0, NO_LIMIT, self._sum(joined, self.possible))
        return self._sum(joined, self.sure), most

    def _sum(self, joined: Joined, who: Pair) -> Numbers:
        usual, led = (self._sum_of(joined, bits) for bits in who)
        return np.where(joined.led, led, usual)

    @staticmethod
    def _sum_of(joined: Joined, who: Bits) -> Numbers:
        chunk = joined.chunk
        amounts = chunk.source.fields["grant_cents"]
        if not isinstance(amounts, Amount):
            return np.zeros(len(chunk), np.int64)
        matching = who.of(joined.rows(slice(None)).T).view(np.int64)
        return np.add.reduceat(amounts.known(chunk.start, chunk.stop) * matching, chunk.starts)


class Met(NamedTuple):
    """A rule with what it counts. `unit`: how many make one of its bound."""

    number: int
    rule: Rule
    counted: Counted
    unit: int = 1


def counting(number: int, rule: Rule, conditions: Conditions, layout: Layout) -> Met:
    """The measure that a rule names."""
    if rule.measure is Measure.SUM:
        return Met(number, rule, Sum(rule, conditions, layout), CENTS)
    kind = Different if rule.measure is Measure.DISTINCT and rule.of == "country" else Tally
    return Met(number, rule, kind(rule, conditions, layout))


def matching(rule: Rule, conditions: Conditions, reading: Reading) -> Condition:
    """Who makes what a rule counts more than nothing."""
    found = conditions.where(rule.where, reading)
    if rule.measure is Measure.SUM:
        vector = tuple(v == 1 or (v is None and reading.possible) for v in conditions.values["grant_cents"])
        return narrowed(found, "grant_cents", vector)
    if rule.of == "country" and not reading.possible:
        return conditions.only(found, "country", tuple(v for v in conditions.values["country"] if v is not None))
    return found
