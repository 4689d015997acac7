"""Organisations and published lists for tests."""

from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import Workbook

from samverk.portal.organisations.actions.entry import Entry, Period, Report
from samverk.portal.organisations.actions.register import register
from samverk.portal.organisations.models import Source

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
CHARTER = (Period(date(2021, 1, 1), date(2029, 12, 31), Source.ECHE),)
HEADER = (
    "Proposal number", "Erasmus Code", "PIC", "OID", "Legal Name", "Street", "Post Cd", "City", "Country Cd",
    "Website Url", "Erasmus Eche Start", "Erasmus Eche End",
)  # fmt: skip


def registered(*entries: Entry, source: Source = Source.DEMO, release: date = date(2026, 1, 1)) -> Report:
    report = Report(rows=len(entries))
    register(entries, source=source, release=release, report=report)
    return report


def holder(**changes: object) -> tuple[object, ...]:
    """A row of the Commission's list."""
    row = {
        "code": "S  LUND01", "pic": "999901318", "oid": "E10209141", "name": "LUNDS UNIVERSITET", "city": "LUND",
        "country": "SE", "website": "www.lu.se", "since": date(2021, 1, 1), "until": date(2029, 12, 31),
    }  # fmt: skip
    row.update(changes)
    code, pic, oid, name, city, country, website, since, until = row.values()
    return ("101", code, pic, oid, name, "Street 1", "1", city, country, website, since, until)


def workbook(path: Path, *rows: tuple[object, ...], preamble: int = 1, header: tuple[str, ...] = HEADER) -> Path:
    book = Workbook()
    for row in [()] * preamble + [header, *rows]:
        book.active.append(row)
    book.save(path)
    return path
