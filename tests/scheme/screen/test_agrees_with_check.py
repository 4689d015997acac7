"""The screen reading says of every case what the check reading says, rule by rule."""

from collections import defaultdict
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheme.build import alliance, case, with_links
from tests.scheme.strategies import cases

from samverk.scheme.book import open_book
from samverk.scheme.book.model import Book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.rules import Rule
from samverk.scheme.screen import from_cases, outcomes_of, screen


def assert_agree(cases: Sequence[Case], book: Book) -> None:
    """On every rule of every case, screened together."""
    rows = screen(from_cases(cases, book), book).to_pylist()
    verdicts = [check(case, book) for case in cases]
    assert [outcomes_of(row, book) for row in rows] == [verdict.outcomes() for verdict in verdicts]
    assert [row["outcome"] for row in rows] == [str(verdict.outcome) for verdict in verdicts]


@given(st.lists(cases(), min_size=1, max_size=12))
def test_on_any_alliances_of_any_book(found: list[Case]) -> None:
    by_book = defaultdict(list)
    for one in found:
        by_book[one.scheme, one.call].append(one)
    for name, some in by_book.items():
        assert_agree(some, open_book(*name))


@given(st.lists(cases(min_participants=30, max_participants=70), min_size=1, max_size=2))
def test_on_long_alliances(found: list[Case]) -> None:
    for one in found:
        assert_agree([alliance(), one], open_book(one.scheme, one.call))


def rulebook(*rules: dict[str, object]) -> Book:
    """The Knowledge Alliances with other rules: what no book asks today, but one may."""
    usual = {"unit": "organisations", "source": ["SEED"]}
    typed = tuple(Rule.model_validate(usual | rule) for rule in rules)
    book = open_book("knowledge-alliances", "2020")
    return Book.model_validate(
        dict(book) | {"eligibility": book.eligibility.model_copy(update={"rule": typed})},
    )


LED, NOT_LED = {"coordinator": True}, {"coordinator": False}
OTHER_RULES = [
    {"id": "a.sum", "measure": "sum", "of": "grant", "at_least": 1, "at_most": 100_000},
    {"id": "a.sum", "measure": "sum", "of": "grant", "where": NOT_LED, "at_most": 700_000},
    {"id": "a.sum", "measure": "sum", "of": "grant", "where": LED, "one_of": [0, 1, 700_000]},
    {"id": "a.sum", "measure": "sum", "of": "grant", "where": NOT_LED, "at_most": 0},
    {"id": "a.count", "measure": "count", "one_of": [0, 2, 5]},
    {"id": "a.count", "measure": "count", "where": NOT_LED, "at_least": 2},
    {"id": "a.count", "measure": "count", "where": NOT_LED, "at_most": 0},
    {"id": "a.count", "measure": "count", "when": NOT_LED, "where": LED, "at_least": 1},
    {"id": "a.count", "measure": "count", "when": {"category": "hei"}, "at_least": 3, "at_most": 5},
    {
        "id": "a.count",
        "measure": "count",
        "where": {"country": ["SE", "FI"], "country_status": "partner"},
        "at_most": 0,
    },
    {"id": "a.different", "measure": "distinct", "of": "country", "at_least": 4},
    {"id": "a.different", "measure": "distinct", "of": "country", "at_least": 1},
    {"id": "a.different", "measure": "distinct", "of": "country", "at_most": 0},
    {"id": "a.different", "measure": "distinct", "of": "country", "where": NOT_LED, "one_of": [1, 3]},
    {"id": "a.groups", "measure": "distinct", "of": "independent_group", "at_least": 1},
    {"id": "a.groups", "measure": "distinct", "of": "independent_group", "where": NOT_LED, "at_most": 3},
    {"id": "a.value", "measure": "value", "of": "aims", "at_most": 0},
    {"id": "a.value", "measure": "value", "of": "grant", "one_of": [700_000]},
    {
        "id": "a.value",
        "measure": "value",
        "of": "aims",
        "at_least": 1,
        "at_most": {"by": "grant", "values": {700_000: 1}},
    },
]


@pytest.mark.parametrize("rule", OTHER_RULES, ids=str)
@settings(max_examples=10)
@given(found=st.lists(cases(max_participants=6), min_size=1, max_size=12))
def test_on_rules_that_no_book_has_yet(rule: dict[str, object], found: list[Case]) -> None:
    assert_agree(found, rulebook(rule))


GROUPS = {"measure": "distinct", "of": "independent_group"}


@given(found=st.lists(cases(max_participants=9), min_size=1, max_size=12), within=st.sampled_from([{}, LED, NOT_LED]))
def test_on_demands_inside_each_other(found: list[Case], within: dict[str, object]) -> None:
    """Parts of parts, one of them asked only of some, and the selection of all."""
    book = rulebook(
        {"id": "a.all", "at_least": 4, "where": within} | GROUPS,
        {"id": "a.teach", "at_least": 2, "where": {"category": ["hei", "vet"]}, "among": "a.all"} | GROUPS,
        {"id": "a.hei", "at_least": 1, "where": {"category": "hei"}, "among": "a.teach"} | GROUPS,
        {"id": "a.work", "at_least": 1, "where": {"category": "enterprise"}, "when": LED, "among": "a.all"} | GROUPS,
        {"id": "a.together", "measure": "selection", "among": "a.all"},
    )
    assert_agree(found, book)


@pytest.mark.parametrize("size", [31, 32, 33, 64, 65, 127, 128, 200])
def test_on_sizes_about_the_limits(size: int) -> None:
    crowd = [
        {"id": f"p{n}", "country": ["SE", "FI", "DE", None][n % 4], "category": ["hei", "enterprise", "public"][n % 3]}
        for n in range(size)
    ]
    chain = with_links(case(*crowd), *((f"p{n}", f"p{n + 1}") for n in range(0, size - 7, 5)))
    apart = with_links(case(*crowd), ("p0", f"p{size - 1}"))
    assert_agree([alliance(), case(*crowd), chain, apart, case()], open_book("knowledge-alliances", "2020"))


def test_more_rows_than_a_case_may_have() -> None:
    """Counts far beyond a byte: 300 universities of one country, then the smallest alliance."""
    book = open_book("knowledge-alliances", "2020")
    crowd = case(*({"id": f"u{n}", "category": "hei", "country": "SE"} for n in range(150)))
    table = from_cases([crowd, crowd, alliance()], book)
    joined = table.set_column(0, "application", [[0] * 300 + [1] * 6])
    group = joined.schema.get_field_index("group")
    joined = joined.set_column(group, "group", [[*range(300), *range(6)]])
    first, second = screen(joined, book).to_pylist()
    large = outcomes_of(first, book)
    assert large == outcomes_of(screen(table.slice(0, 150), book).to_pylist()[0], book)
    assert (large["consortium.heis"], large["consortium.enterprises"]) == ("met", "not_met")
    assert outcomes_of(second, book) == check(alliance(), book).outcomes()
