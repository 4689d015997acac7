"""Screening from Parquet to Parquet, a row group at a time, so that memory does not grow with the file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from samverk.scheme.book.model import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.screen.screening import Screening
from samverk.scheme.screen.source import COLUMNS, missing_columns, needed

WORDS = ("role", "category", "country")
Progress = Callable[[int, int], None]
"""Told how many rows are done, and how many there are."""


def screen_parquet(source: Path, target: Path, book: Book, progress: Progress | None = None) -> None:
    """Writes the outcomes of every application in `source` to `target`; an older one is replaced once all is well.

    Raises `DocumentError` if `source` is not such a table (`source.py`); `target` is then left as it was.
    """
    screening = Screening(book)
    unfinished = target.with_name(target.name + ".part")
    with _readable(source):
        file = pq.ParquetFile(source, read_dictionary=[*WORDS])
    try:
        with file:
            _write(screening, file, unfinished, source, progress)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


@contextmanager
def _readable(source: Path) -> Iterator[None]:
    """Tells a file that is not there, or is not Parquet, as a problem of the document."""
    try:
        yield
    except FileNotFoundError:
        raise DocumentError(source.name, (Problem("no_file"),)) from None
    except (OSError, pa.ArrowInvalid):
        raise DocumentError(source.name, (Problem("no_parquet"),)) from None


def _write(screening: Screening, file: pq.ParquetFile, target: Path, source: Path, progress: Progress | None) -> None:
    if problems := missing_columns(file.schema_arrow.names, screening.book):
        raise DocumentError(source.name, tuple(problems))
    schema = screening.schema(file.schema_arrow.field("application").type)
    with pq.ParquetWriter(target, schema) as writer:
        for table, done in _whole_applications(file, source, screening.book):
            writer.write_table(screening(table, source.name))
            if progress:
                progress(done, file.metadata.num_rows)


def _whole_applications(file: pq.ParquetFile, source: Path, book: Book) -> Iterator[tuple[pa.Table, int]]:
    """Each row group without its last application, which is kept for the next; and how many rows are done."""
    columns = [c for c in COLUMNS if c in {*needed(book), "participant"} & {*file.schema_arrow.names}]
    kept, done = file.schema_arrow.empty_table().select(columns), 0
    for number in range(file.num_row_groups):
        with _readable(source):
            table = pa.concat_tables([kept, file.read_row_group(number, columns=columns)])
        cut = _last_application(table["application"]) if number < file.num_row_groups - 1 else len(table)
        kept, done = table.slice(cut), done + cut
        yield table.slice(0, cut), done


def _last_application(keys: Any) -> int:
    """Where the last application's rows begin; the end, where it is not named."""
    if not len(keys):
        return 0
    keys = keys.cast(keys.type.value_type) if pa.types.is_dictionary(keys.type) else keys
    first = pc.index(keys, keys[-1]).as_py()
    return len(keys) if first < 0 else first
