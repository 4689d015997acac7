"""Some applications at a time: their rows turned into words, and joined by application."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.columns import Codes, integers, missing_rows
from samverk.scheme.screen.layout import Bits, Layout, Table, Words
from samverk.scheme.screen.links import Groups, Indices, Together
from samverk.scheme.screen.source import Source

AT_ONCE = 1500
"""So many applications' rows are fetched at a time: their words, 32 bytes a row, stay in the processor's cache."""

Pair = tuple[Bits, Bits]
"""The bits to read where nobody is named as coordinator, and where somebody is."""


class Chunk:
    """The applications `first` to `last` (exclusive) of a source. `longest`: rows of the longest."""

    def __init__(self, source: Source, first: int, last: int) -> None:
        self.source = source
        self.first, self.last = first, last
        self.start = int(source.starts[first])
        self.stop = int(source.starts[last]) if last < len(source.starts) else source.rows
        self.starts: Indices = source.starts[first:last] - self.start
        self.sizes: Indices = np.diff(self.starts, append=self.stop - self.start)
        self.longest = int(self.sizes.max())

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def groups(self) -> Groups:
        """Which rows count as one."""
        if self.source.group is None:
            count = self.stop - self.start
            return Groups(np.zeros(count, np.uint8), np.ones(count, bool), self.starts, self.sizes)
        groups = integers(self.source.group)[self.start : self.stop]
        return Groups(groups, missing_rows(self.source.group, self.start, self.stop), self.starts, self.sizes)

    @cached_property
    def shared(self) -> Indices:
        """The rows that share a group with another of their application."""
        return np.zeros(0, np.intp) if self.source.group is None else self.groups.shared

    def codes(self, table: Table) -> Codes:
        """The joint code of a table's columns, by row; the table's last code for a row without a participant."""
        kind = np.min_scalar_type(len(table.words) - 1)
        codes = np.zeros(self.stop - self.start, kind)
        for column, size in zip(table.columns, table.sizes, strict=True):
            codes *= kind.type(size)
            codes += self.source.fields[column].codes(self.start, self.stop).astype(kind, copy=False)
        codes[self._empty] = len(table.words) - 1
        return codes

    @cached_property
    def _empty(self) -> Indices:
        """The rows that stand for no participant."""
        empty = self.source.empty
        return empty[np.searchsorted(empty, self.start) : np.searchsorted(empty, self.stop)] - self.start


class Joined:
    """A chunk's words, joined by application. `led`: the flag that somebody is named as coordinator."""

    def __init__(self, chunk: Chunk, layout: Layout, tables: Sequence[Table], led: Bits) -> None:
        self.chunk, self.layout = chunk, layout
        self._coded = [(table.words, chunk.codes(table)) for table in tables]
        self.words = self._join()
        self.led = led.of(self.words) > 0
        if layout.grouped and len(chunk.shared):
            self._count_groups_once()

    def rows(self, which: slice | Indices) -> Words:
        """The words of some rows: (rows, words)."""
        found, *others = [np.take(words, codes[which].astype(np.intp), axis=0) for words, codes in self._coded]
        for other in others:
            found &= other
        return found

    def _join(self) -> Words:
        """(words, applications)"""
        chunk, joins = self.chunk, [np.add if word.added else np.bitwise_or for word in self.layout.words]
        joined = np.empty((len(joins), len(chunk)), np.uint64)
        for first in range(0, len(chunk), AT_ONCE):
            starts = chunk.starts[first : first + AT_ONCE]
            last = chunk.starts[first + AT_ONCE] if first + AT_ONCE < len(chunk) else chunk.stop - chunk.start
            rows = self.rows(slice(starts[0], last))
            for number, join in enumerate(joins):
                join.reduceat(rows[:, number], starts - starts[0], out=joined[number, first : first + AT_ONCE])
        return joined

    def together(self, applications: Indices) -> Together:
        """The rows of some applications, joined group by group."""
        return Together(self.chunk.groups, self.chunk.groups.rows(applications), self.rows)

    def _count_groups_once(self) -> None:
        groups = Together(self.chunk.groups, self.chunk.shared, self.rows)
        for number, lanes in self.layout.grouped.items():
            self.words[number, groups.applications] -= groups.repeated(number, np.uint64(lanes))

    def number(self, pair: Pair) -> NDArray[np.int64]:
        """What the bits hold, by application."""
        usual, led = pair
        found = usual.of(self.words)
        if led != usual:
            found = np.where(self.led, led.of(self.words), found)
        return found.view(np.int64)
