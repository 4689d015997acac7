"""Tables from outside are read whatever they look like, or refused by name; never a crash."""

import gzip
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from samverk.portal.foundation import table_file
from samverk.portal.foundation.files import Unreadable
from samverk.portal.foundation.table_file import read_table

COLUMNS = {"pic": ("pic", "participant code"), "name": ("legal name",)}
CODES = {"empty", "damaged", "not_text", "not_a_table", "too_big", "no_header", "missing_columns"}


def read(path: Path) -> list[tuple[int, dict[str, object]]]:
    return [(row.number, row.cells) for row in read_table(path, COLUMNS, required=("pic", "name"))]


def refusal(path: Path) -> str | None:
    try:
        read(path)
    except Unreadable as refused:
        return refused.code
    return None


def file(folder: Path, content: bytes) -> Path:
    path = folder / "list.bin"
    path.write_bytes(content)
    return path


def workbook(path: Path, *sheets: list[tuple[object, ...]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_text_with_any_delimiter_packed_or_not(tmp_path, delimiter, pack):
    text = "\ufeffLegal_Name,Colour,PIC\n\nLund,blue,1\n,,\nUmeå,,\n".replace(",", delimiter)
    assert read(file(tmp_path, pack(text.encode()))) == [
        (3, {"pic": "1", "name": "Lund"}),
        (5, {"pic": "", "name": "Umeå"}),
    ]


def test_a_workbook_with_a_preamble_and_another_sheet(tmp_path):
    path = workbook(
        tmp_path / "list.xlsx",
        [("Notes",), ("PIC",)],
        [("List of 2026",), (), ("Participant  code", "LEGAL NAME"), (1, "Lund"), (), (2, None)],
    )
    assert read(path) == [(4, {"pic": 1, "name": "Lund"}), (6, {"pic": 2, "name": None})]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xff\xfe\x00binary", "not_text"),
        (b"a,b\n1,2\n", "no_header"),
        (b"PIC,b\n1,2\n", "missing_columns"),
        (b"PK\x03\x04 cut short", "damaged"),
        (gzip.compress(b"PIC,Legal name\n1,Lund\n", mtime=0)[:-9], "damaged"),
        (b"PIC,Legal name\n" + b"x" * 200_000 + b",y\n", "not_a_table"),
    ],
)
def test_what_is_no_table_is_refused_by_name(tmp_path, content, code):
    with pytest.raises(Unreadable) as refused:
        read(file(tmp_path, content))
    assert refused.value.code == code and "list.bin" in str(refused.value)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Unreadable, match="not_found"):
        read(tmp_path / "none.csv")


def test_a_zip_that_is_no_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as parts:
        parts.writestr("readme.txt", "hello")
    with pytest.raises(Unreadable, match="damaged"):
        read(tmp_path / "a.zip")


def test_a_workbook_that_unpacks_to_too_much(tmp_path, monkeypatch):
    path = workbook(tmp_path / "list.xlsx", [("PIC", "Legal name"), (1, "Lund")])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/media/bomb", bytes(table_file.MOST_UNPACKED + 1))
    assert path.stat().st_size < 1_000_000
    with pytest.raises(Unreadable, match="too_big"):
        read(path)


def test_rows_without_end(tmp_path, monkeypatch):
    monkeypatch.setattr(table_file, "MOST_ROWS", 3)
    with pytest.raises(Unreadable, match="row 4: too_big"):
        read(file(tmp_path, b"PIC,Legal name\n" + b"1,Lund\n" * 5))


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"\x1f\x8b\x08", b"PIC,Legal name\n"]))
def test_any_bytes_are_rows_or_a_named_refusal(content, start):
    with TemporaryDirectory() as folder:
        assert refusal(file(Path(folder), start + content)) in CODES | {None}


PLACES = st.integers(0, 10_000)  # taken modulo the length: a workbook holds its hour, so that varies


@given(st.lists(st.tuples(PLACES, st.integers(0, 255)), min_size=1, max_size=8), PLACES)
def test_a_damaged_workbook_is_rows_or_a_named_refusal(damage, end):
    with TemporaryDirectory() as folder:
        path = workbook(Path(folder) / "list.xlsx", [("PIC", "Legal name"), (1, "Lund")])
        whole = bytearray(path.read_bytes())
        for place, value in damage:
            whole[4 + place % (len(whole) - 4)] = value
        path.write_bytes(whole[: 4 + end % (len(whole) - 3)])
        assert refusal(path) in CODES | {None}


@given(st.text(max_size=40), st.text(max_size=200))
def test_a_worksheet_of_any_content_is_rows_or_a_named_refusal(tag, inside):
    with TemporaryDirectory() as folder:
        path = workbook(Path(folder) / "list.xlsx", [("PIC", "Legal name")])
        changed = Path(folder) / "changed.xlsx"
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w") as new:
            for part in old.infolist():
                content = old.read(part)
                if part.filename.startswith("xl/worksheets"):
                    content = content.replace(b"<sheetData>", f"<sheetData>{inside}<{tag}>".encode())
                new.writestr(part.filename, content)
        assert refusal(changed) in CODES | {None}
