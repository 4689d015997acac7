"""Files from outside: opened with a bound on what they unpack to, refused by name of what is wrong."""

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

MOST_CHARACTERS = 1_000_000_000
"""Of unpacked text; the largest register that we read has a third of that."""

GZIP = b"\x1f\x8b"


class Unreadable(Exception):
    """A file that is not what it should be.

    `code`: `not_found`, `empty`, `damaged`, `not_text`, `not_a_table`, `too_big`, `no_header`, `missing_columns`,
    `not_json` or `not_a_record`. `row` counts from 1 in the file; `column` and `about` say more where there is more.
    """

    def __init__(self, code: str, path: Path, *, row: int | None = None, column: str = "", about: str = "") -> None:
        place = [path.name, f"row {row}" if row else "", f"column {column}" if column else ""]
        super().__init__(f"{', '.join(filter(None, place))}: {code}{f' ({about})' if about else ''}")
        self.code, self.name, self.row, self.column, self.about = code, path.name, row, column, about


def first_bytes(path: Path) -> bytes:
    """The first four bytes, by which formats are told apart."""
    with _named_errors(path), path.open("rb") as file:
        start = file.read(4)
    if not start:
        raise Unreadable("empty", path)
    return start


def lines(path: Path) -> Iterator[str]:
    """The lines of a text in UTF-8, plain or compressed with gzip."""
    return _read(path, lambda file, left: file.readline(left))


def chunks(path: Path, length: int) -> Iterator[str]:
    """The same text in pieces of `length` characters."""
    return _read(path, lambda file, left: file.read(min(left, length)))


def _read(path: Path, read: Callable[[TextIO, int], str]) -> Iterator[str]:
    packed = first_bytes(path).startswith(GZIP)
    with _named_errors(path), _open(path, packed=packed) as file:
        left = MOST_CHARACTERS
        while piece := read(file, left):
            left -= len(piece)
            if left <= 0:
                raise Unreadable("too_big", path)
            yield piece


def _open(path: Path, *, packed: bool) -> TextIO:
    if packed:
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")


@contextmanager
def _named_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeDecodeError as error:
        raise Unreadable("not_text", path, about=f"byte {error.start}") from None
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unreadable("damaged", path, about=str(error)) from None
    except (FileNotFoundError, IsADirectoryError, PermissionError) as error:
        raise Unreadable("not_found", path, about=error.strerror or "") from None
