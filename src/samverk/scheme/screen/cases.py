"""Cases as the table that screening reads."""

from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa

from samverk.scheme.book.model import Book
from samverk.scheme.facts import Case, Participant
from samverk.scheme.independence import groups_of

SCHEMA = pa.schema(
    [
        ("application", pa.int64()),
        ("participant", pa.string()),
        ("role", pa.dictionary(pa.int32(), pa.string())),
        ("category", pa.dictionary(pa.int32(), pa.string())),
        ("country", pa.dictionary(pa.int32(), pa.string())),
        ("coordinator", pa.bool_()),
        ("charter", pa.bool_()),
        ("role_stated", pa.bool_()),
        ("added_value", pa.bool_()),
        ("experience", pa.bool_()),
        ("grant_cents", pa.int64()),
        ("group", pa.int64()),
        ("duration_months", pa.int16()),
        ("project_grant_cents", pa.int64()),
        ("aims", pa.uint8()),
    ]
)
"""Every column that screening reads, in the types it reads fastest."""


def from_cases(cases: Iterable[Case], book: Book) -> pa.Table:
    """A row a participation, the n-th case as application n. The book's deadline says who holds a charter."""
    rows = [row for number, case in enumerate(cases) for row in _rows(number, case, book)]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _rows(number: int, case: Case, book: Book) -> Iterator[dict[str, Any]]:
    project = case.project
    shared = {
        "application": number,
        "duration_months": project.duration_months,
        "project_grant_cents": _cents(project.grant),
        "aims": None if project.aims is None else len(set(project.aims)),
    }
    groups = groups_of([p.id for p in case.participants], case.links)
    for participant, group in zip(case.participants, groups, strict=True):
        yield shared | _facts(participant, book) | {"group": group}
    if not case.participants:
        yield shared


def _facts(participant: Participant, book: Book) -> dict[str, Any]:
    same = ("role", "category", "country", "coordinator", "role_stated", "added_value", "experience")
    return {field: getattr(participant, field) for field in same} | {
        "participant": participant.id,
        "charter": participant.charter_on(book.terms.deadline.day),
        "grant_cents": _cents(participant.grant),
    }


def _cents(euro: Any) -> int | None:
    return None if euro is None else int(euro * 100)
