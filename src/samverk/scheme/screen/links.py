"""Organisations that count as one: which applications have any, and their rows joined group by group."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.layout import Words

Indices = NDArray[np.intp]

FARTHEST = 32
"""Rows farther apart than this are not compared: an application with more is taken as linked, and grouped."""


class Rows(NamedTuple):
    """Rows with their groups. `missing`: which have none. `starts`, `sizes`: of each application, in rows."""

    groups: NDArray[np.integer[Any]]
    missing: NDArray[np.bool_] | None
    starts: Indices
    sizes: Indices


def linked(source: Rows) -> Indices:
    """The applications in which two rows have the same group, and those too long to tell so simply."""
    groups, missing, starts, sizes = source
    rows = None if missing is None else np.flatnonzero(~missing)
    known = groups if rows is None else groups[rows]
    hits = [_application(hit, distance, rows, starts) for distance, hit in _equal(known, int(sizes.max(initial=0)))]
    return np.unique(np.concatenate([np.flatnonzero(sizes > FARTHEST), *hits]))


def _equal(groups: NDArray[Any], longest: int) -> list[tuple[int, Indices]]:
    """Distance -> the rows that have the same group as the row so far behind them."""
    distances = range(1, min(longest, FARTHEST, len(groups)))
    return [(d, hit) for d in distances if len(hit := np.flatnonzero(groups[d:] == groups[:-d]))]


def _application(hit: Indices, distance: int, rows: Indices | None, starts: Indices) -> Indices:
    """The applications that hold both rows of a hit."""
    first, second = (hit, hit + distance) if rows is None else (rows[hit], rows[hit + distance])
    application: Indices = np.searchsorted(starts, first, "right") - 1
    same: Indices = application[application == np.searchsorted(starts, second, "right") - 1]
    return same


class Together(NamedTuple):
    """Some applications with the rows of each group joined by OR.

    `words`: (groups, words). `starts`: where each application's groups begin.
    """

    applications: Indices
    words: Words
    starts: Indices

    def distinct(self, matching: NDArray[np.uint64]) -> NDArray[np.uint64]:
        """How many groups of each application match; along the last axis a 0, a 1 or lanes of them a group."""
        return np.add.reduceat(matching, self.starts, axis=-1)


def together(source: Rows, applications: Indices, words: Callable[[Indices], Words]) -> Together:
    """The `words` of some applications' rows, joined group by group. A row without a group is one by itself."""
    groups, missing, starts, sizes = source
    owner = np.repeat(np.arange(len(applications)), sizes[applications])
    before = np.cumsum(sizes[applications]) - sizes[applications]
    chosen = np.arange(len(owner)) + np.repeat(starts[applications] - before, sizes[applications])
    alone = np.zeros(len(chosen), bool) if missing is None else missing[chosen]
    order = np.lexsort((groups[chosen], alone, owner))
    borders = np.flatnonzero(_new(groups[chosen[order]]) | _new(owner) | alone[order])
    return Together(
        applications,
        np.bitwise_or.reduceat(words(chosen[order]), borders, axis=0),
        np.flatnonzero(_new(owner[borders])),
    )


def _new(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Where another value begins."""
    return np.concatenate([[True], ordered[1:] != ordered[:-1]])
