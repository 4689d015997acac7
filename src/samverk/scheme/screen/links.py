"""Organisations that count as one: which rows share a group, and rows joined group by group."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.layout import Words

Indices = NDArray[np.intp]

FARTHEST = 32
"""Rows farther apart than this are not compared: every row of a longer application is taken to share a group."""


class Groups:
    """The group of every row. `named`: which rows have one (`None`: all). `starts`, `sizes`: of each application."""

    def __init__(
        self, groups: NDArray[np.integer[Any]], named: NDArray[np.bool_] | None, starts: Indices, sizes: Indices
    ) -> None:
        self.groups, self.named, self._starts, self._sizes = groups, named, starts, sizes

    @cached_property
    def shared(self) -> Indices:
        """The rows that share a group with another of their application, in order."""
        rows = None if self.named is None else np.flatnonzero(self.named)
        known = self.groups if rows is None else self.groups[rows]
        found = [self.rows(np.flatnonzero(self._sizes > FARTHEST))]
        for distance in range(1, min(int(self._sizes.max()), FARTHEST, len(known))):
            hit = np.flatnonzero(known[distance:] == known[:-distance])
            if len(hit):
                found += (
                    self._both(hit, hit + distance) if rows is None else self._both(rows[hit], rows[hit + distance])
                )
        return _each(np.concatenate(found))

    def _both(self, first: Indices, second: Indices) -> list[Indices]:
        same = self.owners(first) == self.owners(second)
        return [first[same], second[same]]

    def owners(self, rows: Indices) -> Indices:
        """The application of each row."""
        owners: Indices = np.searchsorted(self._starts, rows, "right") - 1
        return owners

    @cached_property
    def linked(self) -> Indices:
        """The applications in which rows share a group."""
        return _each(self.owners(self.shared))

    def rows(self, applications: Indices) -> Indices:
        """All rows of some applications."""
        sizes = self._sizes[applications]
        before = np.cumsum(sizes) - sizes
        rows: Indices = np.arange(sizes.sum()) + np.repeat(self._starts[applications] - before, sizes)
        return rows


def _each(numbers: Indices) -> Indices:
    """The different numbers, in order. (`np.unique` looks them up one by one, which is slower.)"""
    ordered: Indices = np.sort(numbers)
    return ordered[_new(ordered)] if len(ordered) else ordered


class Together:
    """Some rows joined by OR, group by group. A row without a group is one by itself.

    `applications`: whose rows they are.
    """

    def __init__(self, groups: Groups, rows: Indices, words: Callable[[Indices], Words]) -> None:
        alone = np.zeros(len(rows), bool) if groups.named is None else ~groups.named[rows]
        owners = groups.owners(rows)
        order = np.lexsort((groups.groups[rows], alone, owners))
        borders = np.flatnonzero(_new(groups.groups[rows[order]]) | _new(owners) | alone[order])
        self._rows, self._borders = words(rows[order]).T, borders
        self.starts = np.flatnonzero(_new(owners[borders]))
        self.applications = owners[borders[self.starts]]

    @cached_property
    def words(self) -> Words:
        """(words, groups)"""
        return np.array([np.bitwise_or.reduceat(word, self._borders) for word in self._rows])

    def distinct(self, matching: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """How many groups of each application match; along the last axis a 0, a 1 or lanes of them a group."""
        return np.add.reduceat(matching, self.starts, axis=-1)

    def repeated(self, word: int, lanes: np.uint64) -> NDArray[np.uint64]:
        """What lanes that were added up row by row hold too much, by application."""
        rows = self._rows[word] & lanes
        groups = np.bitwise_or.reduceat(rows, self._borders)
        return np.add.reduceat(rows, self._borders[self.starts]) - self.distinct(groups)


def _new(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where another value begins."""
    return np.concatenate([[True], ordered[1:] != ordered[:-1]])
