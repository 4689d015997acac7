"""Tables from outside: a workbook or comma-separated text, with its header wherever it stands."""

import csv
import warnings
import zipfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from openpyxl import load_workbook

from samverk.portal.foundation.files import Unreadable, first_bytes, lines

MOST_UNPACKED = 300_000_000  # bytes of a workbook, by what its parts say of themselves; no more than that is read
MOST_ROWS = 1_048_576  # a worksheet has no more
PREAMBLE = 20  # rows in which the header is looked for

Columns = Mapping[str, Collection[str]]
"""What a column is called here, to the headings that it is known by: lower case, words apart by one space."""

Numbered = tuple[int, tuple[object, ...]]

# Of extensions that only concern how a sheet looks.
warnings.filterwarnings("ignore", category=UserWarning, module=r"openpyxl\..*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds anything, by its number in the file (from 1). Cells are as the format has them, or `None`."""

    number: int
    cells: dict[str, object]


def read_table(path: Path, columns: Columns, *, required: Collection[str]) -> Iterator[Row]:
    """The rows under the header, blank ones left out. Raises `Unreadable`.

    Of a workbook, those of the first worksheet that has all required columns.
    """
    problem = Unreadable("empty", path)
    for rows in _sheets(path):
        try:
            header = _header(path, rows, columns, required)
        except Unreadable as error:
            problem = error if problem.code != "missing_columns" else problem
        else:
            yield from _under(header, rows)
            return
    raise problem


def _sheets(path: Path) -> Iterator[Iterator[Numbered]]:
    if first_bytes(path).startswith(b"PK"):
        _refuse_bomb(path)
        with _damaged(path), path.open("rb") as file:
            for sheet in load_workbook(file, read_only=True, data_only=True).worksheets:
                sheet.reset_dimensions()  # many programs write them wrong
                yield _bounded(path, sheet.iter_rows(values_only=True))
    else:
        yield _bounded(path, _text_rows(path))


def _refuse_bomb(path: Path) -> None:
    with _damaged(path), zipfile.ZipFile(path) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise Unreadable("too_big", path)


def _text_rows(path: Path) -> Iterator[tuple[object, ...]]:
    text = lines(path)
    first = next(text, "")
    delimiter = max(",;\t", key=first.count)
    for row in csv.reader(chain([first], text), delimiter=delimiter):
        yield tuple(row)


def _bounded(path: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[Numbered]:
    number = 0
    with _damaged(path):
        for number, row in enumerate(rows, 1):
            if number > MOST_ROWS:
                raise Unreadable("too_big", path, row=number)
            yield number, row


def _header(path: Path, rows: Iterator[Numbered], columns: Columns, required: Collection[str]) -> dict[str, int]:
    """Where each column stands."""
    best: dict[str, int] = {}
    preamble = list(islice(rows, 1))
    for _, row in chain(preamble, islice(rows, PREAMBLE - 1)):
        headings = {_heading(cell): place for place, cell in reversed(list(enumerate(row)))}
        found = {name: headings[h] for name, known in columns.items() for h in known if h in headings}
        if found.keys() >= set(required):
            return found
        best = max(best, found, key=len)
    if not best:
        raise Unreadable("no_header" if preamble else "empty", path)
    raise Unreadable("missing_columns", path, about=", ".join(name for name in required if name not in best))


def _heading(cell: object) -> str:
    return " ".join(str(cell or "").replace("_", " ").split()).casefold()


def _under(header: Mapping[str, int], rows: Iterator[Numbered]) -> Iterator[Row]:
    for number, row in rows:
        cells = {name: row[place] if place < len(row) else None for name, place in header.items()}
        if any(cell not in (None, "") for cell in cells.values()):
            yield Row(number, cells)


@contextmanager
def _damaged(path: Path) -> Iterator[None]:
    """Whatever a reader of a format stumbles on, it is the file that is to blame."""
    try:
        yield
    except Unreadable:
        raise
    except csv.Error as error:
        raise Unreadable("not_a_table", path, about=str(error)) from None
    except Exception as error:  # noqa: BLE001 - the workbook reader raises nearly everything there is
        raise Unreadable("damaged", path, about=f"{type(error).__name__}: {error}"[:200]) from None
