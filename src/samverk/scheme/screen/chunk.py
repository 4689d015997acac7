"""Some applications at a time: their rows turned into words, and joined by application."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.columns import integers
from samverk.scheme.screen.layout import Bits, Layout, Table, Words
from samverk.scheme.screen.links import Indices, Rows, Together, linked, together
from samverk.scheme.screen.source import Source

Pair = tuple[Bits, Bits]
"""The bits to read where nobody is named as coordinator, and where somebody is."""


class Chunk:
    """The applications `first` to `last` (exclusive) of a source. `longest`: rows of the longest."""

    def __init__(self, source: Source, first: int, last: int) -> None:
        self.source = source
        self.start = int(source.starts[first])
        self.stop = int(source.starts[last]) if last < len(source.starts) else source.rows
        self.starts: Indices = source.starts[first:last] - self.start
        self.sizes: Indices = np.diff(self.starts, append=self.stop - self.start)
        self.longest = int(self.sizes.max())

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def _grouped(self) -> Rows:
        if self.source.group is None:
            count = self.stop - self.start
            return Rows(np.zeros(count, np.uint8), np.ones(count, bool), self.starts, self.sizes)
        groups = self.source.group[self.start : self.stop]
        missing = groups.is_null().to_numpy(zero_copy_only=False) if groups.null_count else None
        return Rows(integers(groups), missing, self.starts, self.sizes)

    @cached_property
    def linked(self) -> Indices:
        """The applications in which organisations may be linked."""
        if self.source.group is None:
            return np.zeros(0, np.intp)
        return linked(self._grouped)

    def together(self, applications: Indices, rows: Words) -> Together:
        """The rows of some applications, joined group by group."""
        return together(self._grouped, applications, rows)

    def codes(self, table: Table) -> NDArray[np.intp]:
        """The joint code of a table's columns, by row."""
        own = [self.source.fields[column].codes(self.start, self.stop) for column in table.columns]
        codes = own[0] if own else np.zeros(self.stop - self.start, np.uint8)
        for further, size in zip(own[1:], table.sizes[1:], strict=True):
            codes = codes * np.uint8(size) + further
        return codes.astype(np.intp)

    @cached_property
    def empty(self) -> Indices:
        """The rows that stand for no participant."""
        empty = self.source.empty
        return empty[np.searchsorted(empty, self.start) : np.searchsorted(empty, self.stop)] - self.start


class Joined:
    """A chunk's words by row and by application. `led`: the flag that somebody is named as coordinator."""

    def __init__(self, chunk: Chunk, layout: Layout, tables: Sequence[Table], led: Bits) -> None:
        self.chunk, self.layout = chunk, layout
        self.rows = self._rows(tables)
        self.words = [self._join(number, added=word.added) for number, word in enumerate(layout.words)]
        self.led = led.of(self.words) > 0
        if layout.grouped and len(chunk.linked):
            self._count_groups_once()

    def _rows(self, tables: Sequence[Table]) -> Words:
        """(rows, words)"""
        words = np.take(tables[0].words, self.chunk.codes(tables[0]), axis=0)
        for table in tables[1:]:
            words &= np.take(table.words, self.chunk.codes(table), axis=0)
        words[self.chunk.empty] = 0
        return words

    def _join(self, number: int, *, added: bool) -> NDArray[np.uint64]:
        return (np.add if added else np.bitwise_or).reduceat(self.rows[:, number], self.chunk.starts)

    def _count_groups_once(self) -> None:
        groups = self.chunk.together(self.chunk.linked, self.rows)
        for number, mask in self.layout.grouped.items():
            own, word = np.uint64(mask), self.words[number]
            counted = groups.distinct(groups.words[:, number] & own)
            word[groups.applications] = word[groups.applications] & ~own | counted

    def number(self, pair: Pair) -> NDArray[np.int64]:
        """What the bits hold, by application."""
        usual, led = pair
        found = usual.of(self.words)
        if led != usual:
            found = np.where(self.led, led.of(self.words), found)
        return found.view(np.int64)
