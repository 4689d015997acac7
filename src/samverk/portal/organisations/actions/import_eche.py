"""Read the Commission's list of holders of the Erasmus Charter for Higher Education, as it is published (S14)."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from samverk.portal.foundation.files import Unreadable
from samverk.portal.foundation.table_file import Row, read_table
from samverk.portal.organisations.actions.cells import as_country, as_date, as_text, day_in
from samverk.portal.organisations.actions.entry import CannotRead, Entry, Period, Progress, Report, Skipped
from samverk.portal.organisations.actions.register import register
from samverk.portal.organisations.models import Charter, Source
from samverk.portal.organisations.models.search_word import index
from samverk.scheme.values import Category

COLUMNS = {
    "erasmus_code": ("erasmus code",),
    "pic": ("pic",),
    "oid": ("oid",),
    "name": ("legal name", "organisation legal name"),
    "city": ("city",),
    "country": ("country", "country cd"),
    "website": ("website", "webpage", "website url"),
    "since": ("eche start", "eche start date", "erasmus eche start"),
    "until": ("eche end", "eche end date", "erasmus eche end"),
}
REQUIRED = ("pic", "name", "country", "since")

_PIC = re.compile(r"\d{9}")
_OID = re.compile(r"E\d{8}")


class IncompleteList(Exception):
    """A list that would end more charters than it holds. `ended`, `listed`: how many."""

    code = "incomplete_list"

    def __init__(self, ended: int, listed: int) -> None:
        super().__init__(f"{self.code}: {ended} charters would end, {listed} are listed")
        self.ended, self.listed = ended, listed


@transaction.atomic
def import_eche(path: Path, *, at: datetime, released: date | None = None, progress: Progress | None = None) -> Report:
    """Enter the list (workbook or comma-separated text), or nothing. Raises `Unreadable` and `IncompleteList`.

    `released` is the day of the list: by default the date in the file's name, else the day of `at`.
    Charters that stood in older lists and are not in this one count until the day before it.
    """
    report = Report()
    release = released or day_in(path.name) or at.date()
    entries = list(_entries(path, report))
    if not entries:
        raise Unreadable("empty", path)
    register(entries, source=Source.ECHE, release=release, report=report, progress=progress)
    _end_charters(release, report)
    return report


def _end_charters(release: date, report: Report) -> None:
    """Of who has another charter in this list, the older one is only replaced."""
    listed = Charter.objects.filter(source=Source.ECHE, last_listed=release)
    gone = Charter.objects.filter(source=Source.ECHE, last_listed__lt=release, gone_from=None)
    gone = gone.exclude(valid_until__lt=release)
    if gone.count() > listed.count():
        raise IncompleteList(gone.count(), listed.count())
    report.ended = gone.exclude(organisation__in=listed.values("organisation")).count()
    holders = set(gone.values_list("organisation", flat=True))
    gone.update(gone_from=release)
    index(holders)


def _entries(path: Path, report: Report) -> Iterator[Entry]:
    for row in read_table(path, COLUMNS, required=REQUIRED):
        report.rows += 1
        try:
            yield _entry(row)
        except CannotRead as reason:
            report.skipped.append(Skipped(row.number, str(reason), as_text(row.cells["name"])[:80]))


def _entry(row: Row) -> Entry:
    cells = row.cells
    pic = as_text(cells["pic"])
    name = as_text(cells["name"])
    country = as_country(cells["country"])
    oid = as_text(cells.get("oid"))
    if not name:
        raise CannotRead("no_name")
    if not _PIC.fullmatch(pic):
        raise CannotRead("not_a_pic")
    if country is None:
        raise CannotRead("unknown_country")
    return Entry(
        row=row.number,
        name=name,
        country=country,
        city=as_text(cells.get("city"), 120),
        kind=Category.HEI,
        pic=pic,
        oid=oid if _OID.fullmatch(oid) else "",
        erasmus_code=_erasmus_code(cells.get("erasmus_code")),
        website=as_text(cells.get("website")),
        charters=(_charter(cells),),
    )


def _charter(cells: dict[str, object]) -> Period:
    since, until = as_date(cells["since"]), as_date(cells.get("until"))
    if since is None or (until is None and as_text(cells.get("until"))):
        raise CannotRead("not_a_date")
    if until and until < since:
        raise CannotRead("ends_before_it_begins")
    return Period(since, until, Source.ECHE)


def _erasmus_code(value: object) -> str:
    """The letters of the country in three places, then the town: `E  ZARAGOZ56`, whatever spaces were typed."""
    country, _, town = as_text(value, 20).partition(" ")
    return f"{country:<3}{town}" if town else country
