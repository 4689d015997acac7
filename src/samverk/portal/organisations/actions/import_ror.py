"""Read the Research Organization Registry: its dump, or any part of it."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from samverk.portal.foundation.files import Unreadable, chunks
from samverk.portal.foundation.record_file import read_records
from samverk.portal.foundation.table_file import read_table
from samverk.portal.organisations.actions.cells import as_text, day_in
from samverk.portal.organisations.actions.entry import CannotRead, Entry, Progress, Report, Skipped
from samverk.portal.organisations.actions.register import register
from samverk.portal.organisations.actions.ror_record import entry_of_record, entry_of_row
from samverk.portal.organisations.models import Source

COLUMNS = {
    name: (name.replace("_", " "),)
    for name in ("ror_id", "name", "types", "status", "country", "city", "lat", "lng", "website")
}
REQUIRED = ("ror_id", "name", "status", "country")


def import_ror(path: Path, *, at: datetime, released: date | None = None, progress: Progress | None = None) -> Report:
    """Enter the records of JSON objects (schema 1, 2.0 and 2.1) or of a table, or nothing. Raises `Unreadable`.

    `released` is the day of the dump: by default the date in the file's name, else the day of `at`.
    """
    report = Report()
    entries = list(_entries(path, report))
    if not report.rows:
        raise Unreadable("empty", path)
    release = released or day_in(path.name) or at.date()
    register(entries, source=Source.ROR, release=release, report=report, progress=progress)
    return report


def _entries(path: Path, report: Report) -> Iterator[Entry]:
    is_json = next(chunks(path, 1000), "").lstrip()[:1] in ("{", "[")
    for number, record in read_records(path) if is_json else _rows(path):
        report.rows += 1
        try:
            yield entry_of_record(number, record) if is_json else entry_of_row(number, record)
        except CannotRead as reason:
            report.skipped.append(Skipped(number, str(reason), as_text(record.get("id") or record.get("ror_id"))[:40]))


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return ((row.number, row.cells) for row in read_table(path, COLUMNS, required=REQUIRED))
