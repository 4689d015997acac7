"""What screening reads: a table with a row a participation, sorted by application.

| column | Arrow type | what |
|---|---|---|
| application | integer or string | whose participation; an application's rows stand together, in rising order |
| role, category, country | string or dictionary of strings | words of the scheme; ISO or EU code of a country |
| coordinator, charter, role_stated, added_value, experience | bool | as in `facts.Participant`; charter: that day |
| grant_cents | integer | the organisation's share of the grant, in cents |
| group | integer or string | same group in one application: linked organisations; null: on its own |
| duration_months, project_grant_cents, aims | integer | of the project, off its first row; how many aims |
| participant | any | optional; null: this row stands for an application without participants |

Every value but `application` may be missing (null): not known. A column may be of type null. Only the columns that
the book's rules ask about are read, and those must be there; others may stand beside them.
"""

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samverk.scheme.book.model import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.rules import FIELDS, Lookup, Measure, Rule
from samverk.scheme.screen.columns import Absent, Amount, Choice, Column, Truth, integers, valid_at
from samverk.scheme.values import Category, Role, iso_country

PROJECT = {"duration_months": "duration_months", "grant": "project_grant_cents", "aims": "aims"}
"""Field of the project -> its column."""

COLUMNS = (
    "application",
    "participant",
    *(field for field in FIELDS if field != "country_status"),
    "grant_cents",
    "group",
    *PROJECT.values(),
)
"""Every column that screening may read."""

Starts = NDArray[np.intp]


def needed(book: Book) -> list[str]:
    """The columns that the book's rules ask about, and `application`."""
    asked = {"application"}.union(*(_asked(rule) for rule in book.rules.values()))
    return [column for column in COLUMNS if column in asked]


def _asked(rule: Rule) -> set[str]:
    asked = {"country" if field == "country_status" else field for field in (*rule.where, *rule.when)}
    if rule.measure is Measure.VALUE:
        asked.add(PROJECT[str(rule.of)])
    elif rule.of is not None:
        asked.add({"grant": "grant_cents", "independent_group": "group"}.get(rule.of, rule.of))
    return asked | ({PROJECT[rule.at_most.by]} if isinstance(rule.at_most, Lookup) else set())


class Firsts(NamedTuple):
    """A fact of each application's project, 0 where it is not known."""

    values: NDArray[np.int64]
    known: NDArray[np.bool_]


class Source:
    """A table's columns, checked. Raises `DocumentError` with everything that is wrong."""

    def __init__(self, table: pa.Table, book: Book, name: str) -> None:
        self.name, self._problems = name, [*missing_columns(table.column_names, book)]
        self._refuse()
        arrays = {column: _whole(table[column]) for column in table.column_names if column in COLUMNS}
        wanted = set(needed(book))
        self.rows: int = table.num_rows
        self.fields = {c: self._column(c, a) for c, a in arrays.items() if c in wanted and c in _READERS}
        self.group = self._groups(arrays["group"]) if "group" in wanted else None
        self.application = arrays["application"]
        self.starts = self._starts()
        self.project = {c: self._firsts(c, arrays[c]) for c in PROJECT.values() if c in wanted}
        self.empty = _missing_rows(arrays.get("participant"))
        self._refuse()

    def _refuse(self) -> None:
        if self._problems:
            raise DocumentError(self.name, tuple(self._problems))

    def _problem(self, code: str, column: str, about: object = "") -> None:
        self._problems.append(Problem(code, (column,), about=str(about)))

    def _column(self, column: str, array: Any) -> Column:
        if array.type == pa.null():
            return Absent(array)
        fits, read = _READERS[column]
        if not fits(array.type):
            self._problem("wrong_type", column, array.type)
            return Absent(pa.nulls(len(array)))
        return read(partial(self._problem, column=column), array)

    def _firsts(self, column: str, array: Any) -> Firsts:
        """The column at each application's first row."""
        nothing = np.zeros(len(self.starts), np.int64)
        if array.type == pa.null():
            return Firsts(nothing, nothing > 0)
        if not pa.types.is_integer(array.type):
            self._problem("wrong_type", column, array.type)
            return Firsts(nothing, nothing > 0)
        known = nothing == 0 if not array.null_count else valid_at(array, self.starts)
        found = Firsts(integers(array)[self.starts].astype(np.int64) * known, known)
        if found.values.min(initial=0) < 0:
            self._problem("wrong_value", column, found.values.min())
        return found

    def _groups(self, array: Any) -> Any:
        """The groups as integers; `None` if nobody is linked."""
        if array.null_count == len(array):
            return None
        if _is_text(array.type):
            return (array if pa.types.is_dictionary(array.type) else array.dictionary_encode()).indices
        if not pa.types.is_integer(array.type):
            self._problem("wrong_type", "group", array.type)
        return array

    def _starts(self) -> Starts:
        """Where each application's rows begin."""
        keys = self.application
        if not (pa.types.is_integer(keys.type) or _is_text(keys.type)):
            self._problem("wrong_type", "application", keys.type)
        elif keys.null_count:
            self._problem("missing_value", "application")
        elif len(keys):
            return self._borders(keys)
        return np.zeros(0, np.intp)

    def _borders(self, keys: Any) -> Starts:
        new, falling = _steps(keys)
        if len(falling):
            self._problem("not_sorted", "application", keys[int(falling[0]) + 1])
        return np.concatenate([np.zeros(1, np.intp), new + 1])


def _steps(keys: Any) -> tuple[Starts, Starts]:
    """The rows after which another application begins, and those after which an earlier one does."""
    if pa.types.is_integer(keys.type):
        numbers = integers(keys)
        new = np.flatnonzero(numbers[1:] != numbers[:-1])
        return new, new[numbers[new + 1] < numbers[new]]
    texts = keys.cast(pa.string()) if pa.types.is_dictionary(keys.type) else keys
    before, after = texts[:-1], texts[1:]
    new = np.flatnonzero(pc.not_equal(before, after).to_numpy(zero_copy_only=False))
    return new, np.flatnonzero(pc.less(after, before).to_numpy(zero_copy_only=False))


def missing_columns(there: Iterable[str], book: Book) -> list[Problem]:
    """A problem for each column that the book asks about and that is not there."""
    there = set(there)
    return [Problem("missing", (column,), about=column) for column in needed(book) if column not in there]


def _whole(column: pa.ChunkedArray) -> Any:
    """The column as one array; a column that is one already is not copied."""
    if pa.types.is_dictionary(column.type):
        column = column.unify_dictionaries()
    return column.chunk(0) if column.num_chunks == 1 else column.combine_chunks()


def _missing_rows(array: Any) -> Starts:
    """The rows that stand for no participant."""
    if array is None or not array.null_count:
        return np.zeros(0, np.intp)
    return np.flatnonzero(pc.is_null(array).to_numpy(zero_copy_only=False))


Complain = Callable[..., None]


def _is_text(kind: Any) -> bool:
    if pa.types.is_dictionary(kind):
        return _is_text(kind.value_type)
    return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind))


def _choice(meaning: Callable[[str], object], complain: Complain, array: Any) -> Column:
    def read(word: str) -> object:
        try:
            return meaning(word)
        except ValueError:
            complain("not_allowed", about=word)
            return None

    return Choice(array, read)


def _truth(complain: Complain, array: Any) -> Column:  # noqa: ARG001 - the type says it all
    return Truth(array)


def _amount(complain: Complain, array: Any) -> Amount:
    least = pc.min(array).as_py()
    if least is not None and least < 0:
        complain("wrong_value", about=least)
    return Amount(array)


def _country(code: str) -> str:
    if not re.fullmatch(r"\s*[A-Za-z]{2}\s*", code):
        raise ValueError(code)
    return iso_country(code)


_READERS: dict[str, tuple[Callable[[Any], bool], Callable[[Complain, Any], Column]]] = {
    "role": (_is_text, partial(_choice, Role)),
    "category": (_is_text, partial(_choice, Category)),
    "country": (_is_text, partial(_choice, _country)),
    **{field: (pa.types.is_boolean, _truth) for field, kind in FIELDS.items() if kind is bool},
    "grant_cents": (pa.types.is_integer, _amount),
}
"""Column -> which types it may have, and how it is read."""
