"""Some applications at a time: their rows turned into words, and joined by application."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.screen.columns import Amount, Codes, integers, rows_with_value
from samverk.scheme.screen.layout import Bits, Layout, Table, Words
from samverk.scheme.screen.links import Groups, Indices, Together
from samverk.scheme.screen.source import Source

ROWS = 800_000
"""About so many participations are judged at a time: enough that calling numpy costs little beside its work."""

AT_ONCE = 2000
"""So many applications' rows are fetched at a time: their words, 32 bytes a row, stay in the processor's cache."""

Pair = tuple[Bits, Bits]
"""The bits to read where nobody is named as coordinator, and where somebody is."""


class Chunk:
    """Whole applications of a source, rows `start` to `stop` (exclusive). `starts`: of each, counted from `start`."""

    def __init__(self, source: Source, start: int, stop: int, starts: Indices) -> None:
        self.source, self.start, self.stop, self.starts = source, start, stop, starts
        self.sizes: Indices = np.diff(starts, append=stop - start)
        self.longest = int(self.sizes.max())
        self._facts: dict[str, tuple[NDArray[np.int64], NDArray[np.bool_]]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def groups(self) -> Groups:
        """Which rows count as one."""
        if self.source.group is None:
            count = self.stop - self.start
            return Groups(np.zeros(count, np.uint8), np.zeros(count, bool), self.starts, self.sizes)
        groups = integers(self.source.group)[self.start : self.stop]
        return Groups(groups, rows_with_value(self.source.group, self.start, self.stop), self.starts, self.sizes)

    @cached_property
    def shared(self) -> Indices:
        """The rows that share a group with another of their application."""
        return np.zeros(0, np.intp) if self.source.group is None else self.groups.shared

    @property
    def linked(self) -> Indices:
        """The applications in which rows share a group."""
        return np.zeros(0, np.intp) if self.source.group is None else self.groups.linked

    def codes(self, table: Table) -> Codes:
        """The joint code of a table's columns, by row; the table's last code for a row without a participant."""
        kind = np.min_scalar_type(len(table.words) - 1)
        fields = [self.source.fields[column] for column in table.columns]
        codes = np.zeros(self.stop - self.start, kind)
        for field, size in zip(fields, table.sizes, strict=True):
            if field is not fields[0]:
                codes *= kind.type(size)
            codes += field.codes(self.start, self.stop)
        codes[self._empty] = len(table.words) - 1
        return codes

    def fact(self, column: str) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """A fact of each application's project, 0 where missing, and whether it is known. Raises `DocumentError`."""
        if column not in self._facts:
            amounts = self.source.project[column]
            if isinstance(amounts, Amount):
                self._facts[column] = value, _ = amounts.at(self.start + self.starts)
                self.source.refuse_below_zero(column, int(value.min(initial=0)))
            else:
                self._facts[column] = np.zeros(len(self), np.int64), np.zeros(len(self), bool)
        return self._facts[column]

    @cached_property
    def _empty(self) -> Indices:
        """The rows that stand for no participant."""
        empty = self.source.empty
        return empty[np.searchsorted(empty, self.start) : np.searchsorted(empty, self.stop)] - self.start


def chunks(source: Source) -> Iterator[Chunk]:
    """All applications of a source, those of about `ROWS` rows at a time. Raises `DocumentError`."""
    start, rows = 0, ROWS
    while start < source.rows:
        stop = min(start + rows, source.rows)
        starts = source.starts(start, stop)
        if stop < source.rows:  # the last application may go on
            stop, starts = start + int(starts[-1]), starts[:-1]
        if len(starts):
            yield Chunk(source, start, stop, starts)
        start, rows = stop, ROWS if len(starts) else 2 * rows


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
        found, *others = [words.take(codes[which].astype(np.intp), axis=0) for words, codes in self._coded]
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
