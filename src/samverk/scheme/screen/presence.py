"""Rules that ask only whether anybody matches, all at once: bit i of a number is the i-th such rule, in their order.

These are the rules with `at_most` 0 or `at_least` 1 alone, and the `when` of every rule.
"""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.rules import Measure, Rule
from samverk.scheme.screen.chunk import Joined
from samverk.scheme.screen.conditions import Condition, Conditions, Reading
from samverk.scheme.screen.layout import Bits, Layout
from samverk.scheme.screen.measures import matching, pair

Set = NDArray[np.unsignedinteger[Any]]
"""Of each application a set of rules: bit i, the i-th rule of the book."""


def none_at_all(rule: Rule) -> bool:
    """Whether the rule is met by nobody matching, and by nothing else."""
    return rule.at_most == 0 and not rule.at_least and not rule.one_of


def any_at_all(rule: Rule) -> bool:
    """Whether the rule is met by anybody matching, and by nothing else."""
    return rule.at_least == 1 and rule.at_most is None and not rule.one_of and rule.measure is not Measure.SUM


def is_presence(rule: Rule) -> bool:
    """Whether the rule asks only if anybody matches."""
    return rule.measure in (Measure.COUNT, Measure.DISTINCT, Measure.SUM) and (none_at_all(rule) or any_at_all(rule))


class Planes:
    """What the rules say of many applications: four sets of rules each."""

    def __init__(self, applications: int, rules: int) -> None:
        self.kind = np.min_scalar_type((1 << rules) - 1)
        self.every = self.kind.type((1 << rules) - 1)
        self.applies, self.may_apply = (np.full(applications, self.every) for _ in range(2))
        self.yes, self.no = (np.zeros(applications, self.kind) for _ in range(2))

    def put(self, number: int, yes: NDArray[np.bool_], no: NDArray[np.bool_]) -> None:
        """One rule's answer."""
        self.yes |= yes * self.of(1 << number)
        self.no |= no * self.of(1 << number)

    def drop(self, number: int, where: NDArray[np.bool_]) -> None:
        """One rule does not apply there."""
        dropped = where * self.of(1 << number)
        self.applies &= ~dropped
        self.may_apply &= ~dropped

    def of(self, rules: int) -> Any:
        """A constant set of rules."""
        return self.kind.type(rules)


class Presence:
    """The flags of all such rules of a book."""

    def __init__(self, rules: Mapping[int, Rule], conditions: Conditions, layout: Layout) -> None:
        self.conditional = _set(n for n, rule in rules.items() if rule.when)
        self.none = _set(n for n, rule in rules.items() if is_presence(rule) and none_at_all(rule))
        self.any = _set(n for n, rule in rules.items() if is_presence(rule) and any_at_all(rule))
        asked = [n for n, rule in rules.items() if rule.when or is_presence(rule)]
        self.first, self._last = min(asked, default=0), max(asked, default=0)
        self._rules, self._layout = rules, layout

        def when(rule: Rule, reading: Reading) -> Condition | None:
            return conditions.where(rule.when, reading) if rule.when else None

        def where(rule: Rule, reading: Reading) -> Condition | None:
            return matching(rule, conditions, reading) if is_presence(rule) else None

        self.matches, self.may_match = self._flags(where)
        self.applies, self.may_apply = self._flags(when)

    def _flags(self, condition: Callable[[Rule, Reading], Condition | None]) -> Any:
        span = range(self.first, self._last + 1)

        def flags(reading: Reading) -> Bits:
            rules = [self._rules.get(n) for n in span]
            return self._layout.flags(*(None if rule is None else condition(rule, reading) for rule in rules))

        return pair(flags, possible=False), pair(flags, possible=True)

    def answer(self, joined: Joined, planes: Planes) -> None:
        """Puts the answers."""
        matches, may_match, applies, may_apply = (
            joined.number(p).astype(planes.kind) << planes.kind.type(self.first)
            for p in (self.matches, self.may_match, self.applies, self.may_apply)
        )
        unconditional = planes.every ^ planes.of(self.conditional)
        planes.applies &= applies | unconditional
        planes.may_apply &= may_apply | unconditional
        planes.yes |= (matches & planes.of(self.any)) | (~may_match & planes.of(self.none))
        planes.no |= (matches & planes.of(self.none)) | (~may_match & planes.of(self.any))


def _set(numbers: Any) -> int:
    return sum(1 << n for n in numbers)
