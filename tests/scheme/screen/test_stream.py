"""Streaming gives what screening in memory gives, however the file is cut; what is wrong with a file is told."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheme.build import ALLIANCE, alliance, case, with_links
from tests.scheme.strategies import cases

from samverk.scheme.book import open_book
from samverk.scheme.document import DocumentError
from samverk.scheme.facts import Case
from samverk.scheme.screen import from_cases, screen, screen_parquet

BOOK = open_book("knowledge-alliances", "2020")
SOME = [
    alliance(),
    case(),
    alliance(town=None),
    with_links(alliance(), ("works", "lab")),
    case(*ALLIANCE[:1]),
    alliance(town={"country": None}),
]


@pytest.mark.parametrize("rows", range(1, 30))
def test_any_size_of_row_group(tmp_path: Path, rows: int) -> None:
    assert_streamed(tmp_path, from_cases(SOME, BOOK), rows)


@settings(max_examples=20)
@given(st.lists(cases(), max_size=8), st.integers(1, 40))
def test_any_alliances(tmp_path_factory: pytest.TempPathFactory, found: list[Case], rows: int) -> None:
    assert_streamed(tmp_path_factory.mktemp("streamed"), from_cases(found, BOOK), rows)


def test_names_for_applications_and_words_as_plain_text(tmp_path: Path) -> None:
    table = from_cases(SOME, BOOK)
    named = pa.array([f"KA-{n:03}" for n in table["application"].to_pylist()])
    table = table.set_column(0, "application", named)
    for column in ("role", "category", "country"):
        table = table.set_column(table.schema.get_field_index(column), column, table[column].cast(pa.string()))
    assert_streamed(tmp_path, table, 4)


def assert_streamed(folder: Path, table: pa.Table, rows: int) -> None:
    source, target, seen = folder / "in.parquet", folder / "out.parquet", []
    pq.write_table(table, source, row_group_size=rows)
    screen_parquet(source, target, BOOK, lambda done, total: seen.append((done, total)))
    assert pq.read_table(target).to_pylist() == screen(table, BOOK).to_pylist()
    assert seen == sorted(seen) and (not seen or seen[-1] == (len(table), len(table)))
    assert [*folder.glob("*.part")] == []


def changed(**columns: pa.Array | None) -> pa.Table:
    """The table of some cases with other columns (`None`: without)."""
    table = from_cases(SOME, BOOK)
    for name, column in columns.items():
        at = table.schema.get_field_index(name)
        table = table.remove_column(at) if column is None else table.set_column(at, name, column)
    return table


COUNT = len(from_cases(SOME, BOOK))
FALLING = pa.array([*range(2, COUNT), 1, 0])


@pytest.mark.parametrize("rows", [3, 1000])
@pytest.mark.parametrize(
    ("table", "code", "key"),
    [
        (changed(charter=None), "missing", "charter"),
        (changed(application=None), "missing", "application"),
        (changed(charter=pa.array(["yes"] * COUNT)), "wrong_type", "charter"),
        (changed(category=pa.array([1] * COUNT)), "wrong_type", "category"),
        (changed(grant_cents=pa.array([1.5] * COUNT)), "wrong_type", "grant_cents"),
        (changed(group=pa.array([1.5] * COUNT)), "wrong_type", "group"),
        (changed(aims=pa.array([1.5] * COUNT)), "wrong_type", "aims"),
        (changed(application=pa.array([1.5] * COUNT)), "wrong_type", "application"),
        (changed(category=pa.array(["university"] * COUNT)), "not_allowed", "category"),
        (changed(country=pa.array(["Sweden"] * COUNT)), "not_allowed", "country"),
        (changed(grant_cents=pa.array([-1] * COUNT)), "wrong_value", "grant_cents"),
        (changed(project_grant_cents=pa.array([-1] * COUNT)), "wrong_value", "project_grant_cents"),
        (changed(application=FALLING), "not_sorted", "application"),
        (changed(application=FALLING.cast(pa.string())), "not_sorted", "application"),
        (changed(application=pa.array([0] * (COUNT - 1) + [None])), "missing_value", "application"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    tmp_path: Path, table: pa.Table, code: str, key: str, rows: int
) -> None:
    source, target = tmp_path / "in.parquet", tmp_path / "out.parquet"
    target.write_text("of an earlier day")
    pq.write_table(table, source, row_group_size=rows)
    with pytest.raises(DocumentError) as error:
        screen_parquet(source, target, BOOK)
    assert (code, key) in [(problem.code, problem.key) for problem in error.value.problems]
    assert error.value.name == "in.parquet"
    assert target.read_text() == "of an earlier day"
    assert [*tmp_path.glob("*.part")] == []


@pytest.mark.parametrize(("content", "code"), [(None, "no_file"), (b"application,role\n1,full\n", "no_parquet")])
def test_a_file_that_is_none(tmp_path: Path, content: bytes | None, code: str) -> None:
    source = tmp_path / "in.parquet"
    if content is not None:
        source.write_bytes(content)
    with pytest.raises(DocumentError) as error:
        screen_parquet(source, tmp_path / "out.parquet", BOOK)
    assert [problem.code for problem in error.value.problems] == [code]


def test_a_truncated_file(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    pq.write_table(from_cases(SOME, BOOK), source)
    source.write_bytes(source.read_bytes()[:-100])
    with pytest.raises(DocumentError):
        screen_parquet(source, tmp_path / "out.parquet", BOOK)
