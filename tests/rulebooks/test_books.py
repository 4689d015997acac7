"""Every book opens, every figure has a source, and every country stands where it should."""

import csv
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from samverk.scheme.book import Book, open_book, schemes
from samverk.scheme.book.load import ROOT
from samverk.scheme.book.parts import open_parts
from samverk.scheme.values import CountryStatus

CALLS = [(scheme, call) for scheme, calls in schemes().items() for call in calls]
FILES = sorted(ROOT.glob("erasmus-plus/**/*.toml"))
UNION = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
PROGRAMME, PARTNER = CountryStatus.PROGRAMME, CountryStatus.PARTNER


def book(scheme: str, call: str) -> Book:
    return open_book(scheme, call)


def test_there_are_two_schemes_with_their_calls() -> None:
    assert schemes() == {
        "alliances-for-innovation": tuple(str(year) for year in range(2021, 2027)),
        "knowledge-alliances": tuple(str(year) for year in range(2014, 2021)),
    }


@pytest.mark.parametrize(("scheme", "call"), CALLS)
def test_book_opens_with_all_its_parts(scheme: str, call: str) -> None:
    terms, parts = book(scheme, call).terms, open_parts(scheme, call)
    assert {name for name, part in parts._asdict().items() if part} | {"countries", "eligibility"} == set(terms.pins)
    assert set(terms.assumed) <= set(terms.pins)


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def sourced(file: Path) -> list[dict[str, Any]]:
    return [t for t in tables(tomllib.loads(file.read_text("utf-8"))) if isinstance(t.get("source"), list)]


@pytest.fixture(scope="module")
def sources() -> dict[str, Any]:
    return tomllib.loads((ROOT / "erasmus-plus/sources.toml").read_text("utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_every_source_is_known(file: Path, sources: dict[str, Any]) -> None:
    assert {s.split(" ")[0] for table in sourced(file) for s in table["source"]} <= set(sources)


def test_every_known_source_is_used_and_says_where(sources: dict[str, Any]) -> None:
    used = {s.split(" ")[0] for file in FILES for table in sourced(file) for s in table["source"]}
    assert used == set(sources)
    assert all(len(s["title"][lang]) > 10 for s in sources.values() for lang in ("sv", "en"))
    assert all(len(s["where"]) > 3 for s in sources.values())


@pytest.mark.parametrize("file", FILES, ids=lambda f: str(f.relative_to(ROOT)))
def test_what_was_read_nowhere_is_unconfirmed(file: Path) -> None:
    unread = [table for table in sourced(file) if "UNREAD" in table["source"]]
    assert all(table["certainty"] == "unconfirmed" for table in unread)


@pytest.mark.parametrize(("scheme", "call"), CALLS)
def test_countries_stand_as_they_should_on_every_closing_day(scheme: str, call: str) -> None:
    statuses = book(scheme, call).statuses
    assert all(statuses[code] is PROGRAMME for code in (*UNION, "IS", "LI", "NO", "MK", "TR"))
    assert statuses["RS"] is (PROGRAMME if call >= "2019" else PARTNER)
    assert statuses["GB"] is (PROGRAMME if call <= "2020" else PARTNER)
    assert [code for code, status in statuses.items() if status is None] == []
    assert Counter(statuses.values())[PROGRAMME] == {True: 33, False: 34}[call < "2019" or call > "2020"]


def test_countries_are_named_once_in_each_language() -> None:
    countries = book("knowledge-alliances", "2020").countries
    for lang in ("sv", "en"):
        names = [country.names[lang] for country in countries.country.values()]
        assert all(name.strip() == name and name[0].isupper() for name in names)
        assert len(set(names)) == len(names)
        assert all(set(c.note) in ({"sv", "en"}, set()) for c in countries.country.values())
        assert all(region.names[lang] for region in countries.region.values())


def test_regions_are_known_and_every_partner_country_has_one() -> None:
    countries = book("knowledge-alliances", "2018").countries
    status = book("knowledge-alliances", "2018").statuses
    assert {c.region for c in countries.country.values()} - {None} == set(countries.region)
    assert all(countries.country[code].region for code, s in status.items() if s is PARTNER)


def test_countries_and_their_rate_groups_are_those_of_the_official_list(shared_data: Path) -> None:
    with (shared_data / "facts/scheme-rates-2020.csv").open(encoding="utf-8") as lines:
        official: dict[str, tuple[str, int]] = {}
        for row in csv.DictReader(lines):
            official.setdefault(row["iso2"], (row["status"], int(row["rate_group"])))
    known = book("knowledge-alliances", "2020")
    assert {
        code: (known.statuses[code], country.rate_group) for code, country in known.countries.country.items()
    } == official
