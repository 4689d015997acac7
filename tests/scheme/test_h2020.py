"""Real consortia, tens of thousands of them: both readings judge them alike, and find the shapes that are there."""

from pathlib import Path

import pytest
from benchmarks.h2020 import FILE, consortia

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.screen import from_cases, outcomes_of, screen

BOOK = open_book("knowledge-alliances", "2020")


@pytest.fixture(scope="module")
def published(shared_data: Path) -> Path:
    if not (shared_data / FILE).exists():
        pytest.skip(f"no consortia at {shared_data / FILE}")
    return shared_data


def outcomes(cases: list[Case]) -> list[dict[str, object]]:
    return [outcomes_of(row, BOOK) for row in screen(from_cases(cases, BOOK), BOOK).to_pylist()]


def test_check_and_screen_agree_on_every_rule_of_every_consortium(published: Path) -> None:
    cases = [*consortia(published)]
    assert len(cases) == 31_451
    assert outcomes(cases) == [check(case, BOOK).outcomes() for case in cases]


@pytest.mark.parametrize(("everyone_full", "count"), [(True, 4_257), (False, 4_025)])
def test_as_many_have_the_shape_as_counted_without_our_rules(published: Path, everyone_full: bool, count: int) -> None:
    """4,257 is the count that came with the data, by a reading that takes every organisation as a full partner."""
    cases = [*consortia(published, everyone_full=everyone_full)]
    found = [all(o == "met" for r, o in one.items() if r.startswith("consortium.")) for one in outcomes(cases)]
    assert sum(found) == sum(shaped(case) for case in cases) == count


def shaped(case: Case) -> bool:
    """Six of three countries, two universities and two companies among them; counted by hand."""
    here = [p for p in case.participants if p.role == "full" and BOOK.statuses.get(p.country) == "programme"]
    kinds = [p.category for p in here]
    many = len(here) >= 6 and len({p.country for p in here}) >= 3
    return many and kinds.count("hei") >= 2 and kinds.count("enterprise") >= 2
