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
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from samverk.scheme.book.model import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.rules import FIELDS, Lookup, Measure, Rule
from samverk.scheme.screen.columns import Absent, Amount, Choice, Column, Truth, integers
from samverk.scheme.values import Category, Role, iso_country

PROJECT = {"duration_months": "duration_months", "grant": "project_grant_cents", "aims": "aims"}
"""Field of the project -> its column."""

FIELDS_READ = (*(field for field in FIELDS if field != "country_status"), "grant_cents")
"""The columns about one participant."""

COLUMNS = (
    "application",
    "participant",
    *FIELDS_READ,
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


class Source:
    """A table's columns, checked. Raises `DocumentError` with everything that is wrong."""

    def __init__(self, table: pa.Table, book: Book, name: str) -> None:
        self.name, self._problems = name, [*missing_columns(table.column_names, book)]
        self._refuse()
        arrays = {column: _whole(table[column]) for column in table.column_names if column in COLUMNS}
        wanted = set(needed(book))
        self.rows: int = table.num_rows
        self.fields = {c: self._column(c, a) for c, a in arrays.items() if c in wanted and c in FIELDS_READ}
        self.group = self._groups(arrays["group"]) if "group" in wanted else None
        self.project = {c: self._column(c, arrays[c]) for c in PROJECT.values() if c in wanted}
        self.application = self._keys(arrays["application"])
        self.empty = _missing_rows(arrays.get("participant"))
        self._amounts = {c: a for c, a in self.fields.items() if isinstance(a, Amount)}
        self._refuse()

    def _refuse(self) -> None:
        if self._problems:
            raise DocumentError(self.name, tuple(self._problems))

    def _problem(self, code: str, column: str, about: object = "") -> None:
        self._problems.append(Problem(code, (column,), about=str(about)))

    def refuse_below_zero(self, column: str, least: int) -> None:
        """Raises `DocumentError` for an amount of less than nothing."""
        if least < 0:
            self._problem("wrong_value", column, least)
            self._refuse()

    def _column(self, column: str, array: Any) -> Column:
        if array.type == pa.null():
            return Absent(array)
        fits, read = _READERS[column]
        if not fits(array.type):
            self._problem("wrong_type", column, array.type)
            return Absent(pa.nulls(len(array)))
        return read(partial(self._problem, column=column), array)

    def _groups(self, array: Any) -> Any:
        """The groups as integers; `None` if nobody is linked."""
        if array.null_count == len(array):
            return None
        if _is_text(array.type):
            return (array if pa.types.is_dictionary(array.type) else array.dictionary_encode()).indices
        if not pa.types.is_integer(array.type):
            self._problem("wrong_type", "group", array.type)
        return array

    def _keys(self, array: Any) -> Any:
        if not (pa.types.is_integer(array.type) or _is_text(array.type)):
            self._problem("wrong_type", "application", array.type)
        elif array.null_count:
            self._problem("missing_value", "application")
        return array

    def starts(self, start: int, stop: int) -> Starts:
        """Where applications begin in a stretch of rows, the first at 0. Checks the stretch: raises `DocumentError`."""
        for column, amounts in self._amounts.items():
            self.refuse_below_zero(column, amounts.least(start, stop))
        keys = self.application[start:stop]
        borders, falling = _steps(keys)
        if len(falling):
            self._problem("not_sorted", "application", keys[int(falling[0])])
        self._refuse()
        return np.concatenate([np.zeros(1, np.intp), borders])


def _steps(keys: Any) -> tuple[Starts, Starts]:
    """The rows at which another application begins, and those at which it is an earlier one."""
    if pa.types.is_integer(keys.type):
        numbers = integers(keys)
        new = np.flatnonzero(numbers[1:] != numbers[:-1]) + 1
        return new, new[numbers[new] < numbers[new - 1]]
    texts = keys.cast(keys.type.value_type) if pa.types.is_dictionary(keys.type) else keys
    before, after = texts[:-1], texts[1:]
    new, falling = (compare(after, before).to_numpy(zero_copy_only=False) for compare in (pc.not_equal, pc.less))
    return np.flatnonzero(new) + 1, np.flatnonzero(falling) + 1


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


def _amount(complain: Complain, array: Any) -> Column:  # noqa: ARG001 - what is below zero is told stretch by stretch
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
    **dict.fromkeys(("grant_cents", *PROJECT.values()), (pa.types.is_integer, _amount)),
}
"""Column -> which types it may have, and how it is read."""
