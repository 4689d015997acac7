"""A table screened, a stretch of applications at a time that stays in the processor's cache."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pyarrow as pa

from samverk.scheme.book.model import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.screen.chunk import Chunk
from samverk.scheme.screen.presence import Planes
from samverk.scheme.screen.program import MOST_RULES, Programs
from samverk.scheme.screen.source import Source
from samverk.scheme.values import Outcome, Weight

ROWS = 24_000
"""About so many participations at a time: their words, 32 bytes each, stay in the processor's cache."""

VERDICTS = (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN)


class Screening:
    """One book, ready for any number of tables. Raises `DocumentError` for a book of more than 64 rules."""

    def __init__(self, book: Book) -> None:
        if len(book.rules) > MOST_RULES:
            raise DocumentError(book.scheme, (Problem("too_many", ("rule",), about=str(len(book.rules))),))
        self.book = book
        self._programs = Programs(book)
        self._kind = np.min_scalar_type((1 << len(book.rules)) - 1)
        self._blocking = sum(1 << n for n, r in enumerate(book.rules.values()) if r.weight is Weight.BLOCKS)

    def schema(self, application: Any) -> pa.Schema:
        """Of the result. `application`: the type of that column."""
        bits = pa.from_numpy_dtype(self._kind)
        about = {"scheme": self.book.scheme, "call": self.book.call, "rules": json.dumps([*self.book.rules])}
        return pa.schema(
            [
                ("application", application),
                *((name, bits) for name in ("met", "unknown", "not_applicable")),
                ("outcome", pa.dictionary(pa.uint8(), pa.string())),
            ],
            metadata=about,
        )

    def __call__(self, table: pa.Table, name: str = "") -> pa.Table:
        """The outcomes of every application of a table. Raises `DocumentError` with `name`."""
        source = Source(table, self.book, name)
        met, unknown, not_applicable = (np.empty(len(source.starts), self._kind) for _ in range(3))
        verdict = np.empty(len(source.starts), np.uint8)
        for first, last in _stretches(source):
            here = slice(first, last)
            chunk = Chunk(source, first, last)
            planes = self._programs.fitting(chunk).run(chunk)
            met[here], unknown[here], not_applicable[here], verdict[here] = self._told(planes)
        words = pa.array([str(v) for v in VERDICTS])
        outcome = pa.DictionaryArray.from_arrays(verdict, words)
        application = source.application.take(pa.array(source.starts))
        told = [pa.array(rules) for rules in (met, unknown, not_applicable)]
        return pa.Table.from_arrays([application, *told, outcome], schema=self.schema(application.type))

    def _told(self, planes: Planes) -> tuple[Any, Any, Any, Any]:
        """Which rules are met, unknown, not applicable; and the verdict's number."""
        met, broken = planes.applies & planes.yes, planes.applies & planes.no
        not_applicable = ~planes.may_apply & planes.every
        unknown = planes.every ^ (met | broken | not_applicable)
        blocking = planes.of(self._blocking)
        refused, hanging = (broken & blocking) > 0, (unknown & blocking) > 0
        return met, unknown, not_applicable, np.where(refused, 1, hanging.view(np.uint8) << 1)


def screen(table: pa.Table, book: Book) -> pa.Table:
    """The outcomes of every application of a table. Raises `DocumentError`."""
    return Screening(book)(table)


def _stretches(source: Source) -> Iterator[tuple[int, int]]:
    """Applications from and to (exclusive), of about `ROWS` rows together."""
    first, count = 0, len(source.starts)
    while first < count:
        last = int(np.searchsorted(source.starts, source.starts[first] + ROWS))
        last = max(first + 1, min(last, count))
        yield first, last
        first = last


def outcomes_of(row: dict[str, Any], book: Book) -> dict[str, Outcome]:
    """Rule id -> outcome, of one row of the result."""
    told = {Outcome.MET: row["met"], Outcome.UNKNOWN: row["unknown"], Outcome.NOT_APPLICABLE: row["not_applicable"]}
    return {
        rule: next((outcome for outcome, rules in told.items() if rules >> n & 1), Outcome.NOT_MET)
        for n, rule in enumerate(book.rules)
    }
