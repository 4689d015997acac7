"""A table screened, a stretch of applications at a time that stays in the processor's cache."""

import json
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from samverk.scheme.book.model import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.screen.chunk import Chunk, chunks
from samverk.scheme.screen.program import MOST_RULES, Programs
from samverk.scheme.screen.source import Source
from samverk.scheme.values import Outcome, Weight

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
        told = [self._told(chunk) for chunk in chunks(source)] or [self._nothing()]
        first, *rules, verdict = [np.concatenate(parts) for parts in zip(*told, strict=True)]
        application = source.application.take(pa.array(first))
        outcome = pa.DictionaryArray.from_arrays(verdict, [str(word) for word in VERDICTS])
        return pa.Table.from_arrays([application, *map(pa.array, rules), outcome], schema=self.schema(application.type))

    def _told(self, chunk: Chunk) -> tuple[NDArray[Any], ...]:
        """By application: its first row; the rules that are met, unknown, not applicable; the verdict's number."""
        planes = self._programs.fitting(chunk).run(chunk)
        met, broken = planes.applies & planes.yes, planes.applies & planes.no
        not_applicable = ~planes.may_apply & planes.every
        unknown = planes.every ^ (met | broken | not_applicable)
        blocking = planes.of(self._blocking)
        refused, hanging = (broken & blocking) > 0, (unknown & blocking) > 0
        verdict = np.where(refused, np.uint8(1), hanging.view(np.uint8) * np.uint8(2))
        return chunk.starts + chunk.start, met, unknown, not_applicable, verdict

    def _nothing(self) -> tuple[NDArray[Any], ...]:
        return tuple(np.zeros(0, kind) for kind in (np.intp, self._kind, self._kind, self._kind, np.uint8))


def screen(table: pa.Table, book: Book) -> pa.Table:
    """The outcomes of every application of a table. Raises `DocumentError`."""
    return Screening(book)(table)


def outcomes_of(row: dict[str, Any], book: Book) -> dict[str, Outcome]:
    """Rule id -> outcome, of one row of the result."""
    told = {Outcome.MET: row["met"], Outcome.UNKNOWN: row["unknown"], Outcome.NOT_APPLICABLE: row["not_applicable"]}
    return {
        rule: next((outcome for outcome, rules in told.items() if rules >> n & 1), Outcome.NOT_MET)
        for n, rule in enumerate(book.rules)
    }
