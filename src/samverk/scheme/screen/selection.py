"""Selections ("of which") of many applications at once: the bulk form of `check.selection`.

Without links every organisation is a group of its own. Then, parts beside each other being exclusive and inside
their whole, the places can be filled whenever each demand is met by itself. So Hall's condition is worked out only
where organisations are linked, or where one of the demands may not apply.
"""

import numpy as np

from samverk.scheme.book.model import Book
from samverk.scheme.screen.bounds import Numbers, Truths
from samverk.scheme.screen.chunk import Joined, Pair
from samverk.scheme.screen.conditions import Conditions
from samverk.scheme.screen.layout import Bits, Layout
from samverk.scheme.screen.links import Indices, Together
from samverk.scheme.screen.measures import Tally
from samverk.scheme.screen.presence import Planes


class Filling:
    """One selection rule."""

    def __init__(self, name: str, book: Book, conditions: Conditions, layout: Layout) -> None:
        self._selection = book.selections[name]
        numbers = {rule: n for n, rule in enumerate(book.rules)}
        self.number = numbers[name]
        self._parts = sum({1 << numbers[place.rule] for place in self._selection.places})
        rules = [book.rules[place.rule] for place in self._selection.places]
        self._always = any(rule.when for rule in rules)
        tallies = [Tally(rule, conditions, layout) for rule in rules]
        self._sure, self._possible = [t.sure for t in tallies], [t.possible for t in tallies]

    def answer(self, joined: Joined, planes: Planes) -> None:
        """Puts the answers; those of the demands by themselves must be there."""
        alone = planes.of(self._parts)
        refused = (planes.applies & planes.no & alone) > 0
        settled = ((planes.applies & planes.yes) | ~planes.may_apply) & alone
        yes, no = settled == alone, np.zeros(len(joined.chunk), bool)
        exact = self._doubtful(joined, yes)
        if len(exact):
            groups = joined.together(exact)
            yes[exact] = self._filled(joined, groups, self._sure) >= self._selection.total
            no[exact] = self._filled(joined, groups, self._possible) < self._selection.total
        planes.put(self.number, yes, no)
        planes.drop(self.number, refused)

    def _doubtful(self, joined: Joined, settled: Truths) -> Indices:
        """The applications whose demands are met one by one, but perhaps not at once."""
        if self._always:
            return np.flatnonzero(settled)
        linked = joined.chunk.linked
        return linked[settled[linked]]

    def _filled(self, joined: Joined, groups: Together, places: list[Pair]) -> Numbers:
        usual, led = ([place[led] for place in places] for led in (0, 1))
        if usual == led:
            return self._most(groups, usual)
        return np.where(joined.led[groups.applications], self._most(groups, led), self._most(groups, usual))

    def _most(self, groups: Together, places: list[Bits]) -> Numbers:
        """How many places can be filled at once (`check.selection._filled`)."""
        subsets = self._selection.subsets
        serving = np.array([bits.of(groups.words) for bits in places])
        reach = groups.distinct(np.array([np.bitwise_or.reduce(serving[[*s.indices]]) for s in subsets]))
        spare = np.array([[s.asked] for s in subsets]) - reach.astype(np.int64)
        most: Numbers = self._selection.total - np.max(spare, axis=0).clip(0)
        return most
