"""`samverk screen`: the outcomes of check, table to table, and what it refuses."""

from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.document import read
from samverk.scheme.facts import Case
from samverk.scheme.screen import from_cases

from .commands import ELIGIBLE, EXAMPLES, run, run_apart

BOOK = open_book("knowledge-alliances", "2020")
CHOSEN = ("--scheme", "knowledge-alliances", "--call", "2020")


@pytest.fixture
def cases() -> list[Case]:
    eligible = read(Case, ELIGIBLE, "case.toml")
    broken = eligible.model_copy(update={"participants": eligible.participants[1:]})
    return [eligible, broken, broken, *(read(Case, p.read_text(), p.name) for p in sorted(EXAMPLES.glob("*.toml")))]


@pytest.fixture
def source(cases: list[Case], tmp_path: Path) -> Path:
    pq.write_table(from_cases(cases, BOOK), tmp_path / "in.parquet")
    return tmp_path / "in.parquet"


def test_outcomes_are_those_of_check(source: Path, cases: list[Case]) -> None:
    target = source.with_name("out.parquet")
    result = run("screen", source, target, *CHOSEN)
    counts = Counter(str(check(case, BOOK).outcome) for case in cases)
    assert result.exit_code == 0
    assert Counter(pq.read_table(target)["outcome"].to_pylist()) == counts
    assert f"{len(cases)} applications judged" in result.output
    told = {"Met": "met", "Not met": "not_met", "Not known yet": "unknown"}
    assert all(f"  {word}: {counts[outcome]}\n" in result.output for word, outcome in told.items())


def test_progress_is_shown_beside_the_answer(source: Path) -> None:
    answer = run_apart("screen", source, source.with_name("out.parquet"), *CHOSEN, "--lang", "sv")
    assert answer.returncode == 0
    assert answer.stderr.startswith("Prövar")
    assert "Prövar" not in answer.stdout


@pytest.mark.parametrize(
    ("source_name", "target_name", "told"),
    [
        ("nope.parquet", "out.parquet", "file is missing"),
        (".", "out.parquet", "a folder"),
        ("in.parquet", ".", "a folder"),
        ("in.parquet", "in.parquet", "table that is read"),
        ("in.parquet", "no/such/folder.parquet", "Cannot be written"),
        ("text.parquet", "out.parquet", "not a Parquet table"),
        ("cut.parquet", "out.parquet", "not a Parquet table"),
        ("bare.parquet", "out.parquet", "application: This has to be stated"),
    ],
)
def test_what_cannot_be_screened(source: Path, source_name: str, target_name: str, told: str) -> None:
    folder = source.parent
    (folder / "text.parquet").write_text("application\n1\n")
    (folder / "cut.parquet").write_bytes(source.read_bytes()[:-40])
    pq.write_table(pa.table({key: ["x"] for key in ("role", "category", "country")}), folder / "bare.parquet")
    before = sorted(path.name for path in folder.iterdir())
    result = run("screen", folder / source_name, folder / target_name, *CHOSEN)
    assert result.exit_code == 2
    assert told in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_scheme_has_to_be_named(source: Path) -> None:
    assert run("screen", source, source.with_name("out.parquet")).exit_code == 2
