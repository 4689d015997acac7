"""The demonstration set is complete, true to its sources and safe to load again."""

import csv
import gzip
import tomllib
from datetime import date

import pytest
from tests.portal.organisations.build import NOW

from samverk.portal.organisations.actions.load_demo import FILE, load_demo
from samverk.portal.organisations.facts import participant
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import suggest
from samverk.scheme.book import open_book
from samverk.scheme.values import Category, CountryStatus

DOCUMENT = tomllib.loads(FILE.read_text())


@pytest.mark.django_db
def test_it_loads_once():
    report = load_demo(at=NOW)
    assert report.created == report.rows == len(DOCUMENT["organisation"]) and report.skipped == []
    assert load_demo(at=NOW).unchanged == report.rows
    assert Organisation.objects.count() == report.rows


@pytest.mark.django_db
def test_a_university_of_it_holds_its_charter_in_either_programme():
    load_demo(at=NOW)
    lund = Organisation.objects.get(name="Lund University")
    facts = participant(lund, on=date(2020, 2, 26))
    assert facts.category is Category.HEI and facts.country == "SE"
    assert facts.charter_on(date(2020, 2, 26)) and facts.charter_on(date(2026, 3, 1))


@pytest.mark.django_db
def test_a_university_of_the_united_kingdom_is_assumed_to_have_held_one():
    load_demo(at=NOW)
    leeds = participant(Organisation.objects.get(name="University of Leeds"), on=date(2020, 2, 26))
    assert leeds.charter_on(date(2020, 2, 26)) and not leeds.charter_on(date(2021, 1, 1))


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["lunds univ", "göteb", "TU Delft", "univ of gran", "東京", "999895789", "iaac"])
def test_it_is_found_as_people_type(text):
    load_demo(at=NOW)
    assert suggest(text)


def test_it_reaches_beyond_the_programme():
    countries = {town["country"] for town in DOCUMENT["town"].values()}
    standing = [open_book("knowledge-alliances", "2020").statuses.get(country) for country in countries]
    assert standing.count(CountryStatus.PROGRAMME) >= 30 and standing.count(CountryStatus.PARTNER) >= 15


def test_its_charters_are_those_of_the_list(shared_data):
    with gzip.open(shared_data / "data/organisations/eche_2026-04-08.csv.gz", "rt") as file:
        listed = {row["pic"]: row for row in csv.DictReader(file)}
    held = [row for row in DOCUMENT["organisation"] if "charter_from" in row]
    assert len(held) >= 70
    for row in held:
        there = listed[row["pic"]]
        assert there["erasmus_code"].replace("\xa0", " ") == row["erasmus_code"]
        assert there["oid"] == row.get("oid", "")
        assert (there["eche_start"], there["eche_end"]) == (str(row["charter_from"]), str(DOCUMENT["charter_until"]))
