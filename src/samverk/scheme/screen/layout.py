"""Where each thing that is measured stands in a row's 64-bit words.

A *flag* is one bit, joined over an application's rows with OR: does anybody match? A *lane* is a few bits, added
up: how many match? Conditions are conjunctions, so a row's words are the AND of one entry a column, and columns of
few values share a table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.conditions import Condition

Words = NDArray[np.uint64]

BITS = 64
MOST_CODES = 4096
"""Columns share a table as long as it stays so small that fetching from it is fast."""


class Bits(NamedTuple):
    """A run of bits in a word."""

    word: int
    shift: int
    size: int

    def of(self, words: Sequence[NDArray[np.uint64]] | Words) -> NDArray[np.uint64]:
        """The number that the bits hold; `words` has a row a word."""
        word: NDArray[np.uint64] = words[self.word]
        return (word >> np.uint64(self.shift)) & np.uint64((1 << self.size) - 1)


@dataclass
class Word:
    """A word: whether rows are added up, how many bits are taken, and which condition sets which bit."""

    added: bool
    taken: int = 0
    entries: list[tuple[Condition, int]] = field(default_factory=list)


class Layout:
    """Hands out bits, the same ones for the same request. `width`: bits a lane, enough for the longest application."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.words: list[Word] = []
        self.grouped: dict[int, int] = {}
        self._given: dict[tuple[object, ...], Bits] = {}

    def flags(self, *conditions: Condition | None) -> Bits:
        """A run of flags, the first lowest; `None` is never set. At most 64."""
        return self._place(("flags", conditions), added=False, size=len(conditions), conditions=conditions)

    def lane(self, condition: Condition, *, grouped: bool = False) -> Bits:
        """A lane; `grouped`: organisations that are linked count as one."""
        bits = self._place(("lane", condition, grouped), added=True, size=self.width, conditions=(condition,))
        if grouped:
            self.grouped[bits.word] = self.grouped.get(bits.word, 0) | ((1 << bits.size) - 1) << bits.shift
        return bits

    def _place(
        self, key: tuple[object, ...], *, added: bool, size: int, conditions: Sequence[Condition | None]
    ) -> Bits:
        if key not in self._given:
            number = self._room(size, added=added)
            word = self.words[number]
            word.entries += [(c, word.taken + i) for i, c in enumerate(conditions) if c is not None]
            self._given[key] = Bits(number, word.taken, size)
            word.taken += size
        return self._given[key]

    def _room(self, size: int, *, added: bool) -> int:
        for number, word in enumerate(self.words):
            if word.added == added and word.taken + size <= BITS:
                return number
        self.words.append(Word(added))
        return len(self.words) - 1

    def entries(self, column: str, size: int) -> Words:
        """What each value of a column lets through: (size, words)."""
        table = np.zeros((size, len(self.words)), np.uint64)
        for number, word in enumerate(self.words):
            for condition, shift in word.entries:
                passing = dict(condition).get(column, (True,) * size)
                table[:, number] |= np.array(passing, np.uint64) << np.uint64(shift)
        return table


class Table(NamedTuple):
    """Words by the joint code of some columns: (codes, words), padded to a width that is fast to fetch.

    The last code is nobody's and matches nothing.
    """

    columns: tuple[str, ...]
    sizes: tuple[int, ...]
    words: Words


def tables(layout: Layout, sizes: Mapping[str, int]) -> list[Table]:
    """Every column's entries, in as few tables as fit, at least one. `sizes`: column -> number of its values."""
    return [_table(layout, columns, sizes) for columns in _shared(sizes) or [[]]]


def _shared(sizes: Mapping[str, int]) -> list[list[str]]:
    """Columns together, first fit, the largest first."""
    found: list[tuple[int, list[str]]] = []
    for column in sorted(sizes, key=lambda c: -sizes[c]):
        at = next((i for i, (size, _) in enumerate(found) if size * sizes[column] <= MOST_CODES), None)
        if at is None:
            found.append((sizes[column], [column]))
        else:
            found[at] = (found[at][0] * sizes[column], [*found[at][1], column])
    return [columns for _, columns in found]


def _table(layout: Layout, columns: Sequence[str], sizes: Mapping[str, int]) -> Table:
    """The first column's code weighs most."""
    entries = [layout.entries(column, sizes[column]) for column in columns]
    everything = np.array([[sum(1 << shift for _, shift in word.entries) for word in layout.words]], np.uint64)
    words = reduce(lambda a, b: (a[:, None] & b[None]).reshape(-1, a.shape[1]), entries, everything)
    return Table(tuple(columns), tuple(sizes[c] for c in columns), _padded(words))


def _padded(words: Words) -> Words:
    """To 1, 2 or a multiple of 4 words: rows of 8, 16 or 32 bytes are fetched in one move."""
    count = words.shape[1]
    width = count if count <= 2 else -(-count // 4) * 4
    return np.pad(words, ((0, 1), (0, width - count)))
