"""A new name keeps the old one with its days, and both find the organisation."""

from datetime import UTC, date, datetime

import pytest
from tests.portal.organisations.build import an_organisation, outcome, people, registered

from samverk.portal.organisations.actions.entry import Entry as Listed
from samverk.portal.organisations.actions.rename_organisation import rename_organisation
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.search_word import index
from samverk.portal.organisations.queries import name_history, suggest
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Person:
    return people()["officer"]


def renamed(house: Organisation, name: str, since: date, by: Person, language: str = "") -> str:
    house.refresh_from_db()
    return outcome(
        rename_organisation,
        organisation_id=house.pk,
        version=house.version,
        name=name,
        language=language,
        since=since,
        by=by,
        at=AT,
    )


def test_each_name_is_kept_with_its_days(officer):
    house = an_organisation("Växjö högskola")
    index({house.pk})
    assert renamed(house, " Växjö  universitet ", date(1999, 1, 1), officer, "sv") == "done"
    assert renamed(house, "Linnéuniversitetet", date(2010, 1, 1), officer, "sv") == "done"
    assert renamed(house, "Växjö universitet", date(2020, 1, 1), officer, "sv") == "done"
    assert renamed(house, "Linnéuniversitetet", date(2021, 1, 1), officer, "sv") == "done"
    house.refresh_from_db()
    assert name_history(house) == [
        ("Linnéuniversitetet", "sv", "current", date(2021, 1, 1), None),
        ("Växjö universitet", "sv", "former", date(2020, 1, 1), date(2020, 12, 31)),
        ("Linnéuniversitetet", "sv", "former", date(2010, 1, 1), date(2019, 12, 31)),
        ("Växjö universitet", "sv", "former", date(1999, 1, 1), date(2009, 12, 31)),
        ("Växjö högskola", "", "former", None, date(1998, 12, 31)),
    ]
    assert house.version == 5
    assert [one.id for one in suggest("hogskola")] == [one.id for one in suggest("linne")] == [house.pk]


@pytest.mark.parametrize(
    ("name", "since", "language", "said"),
    [
        ("  ", date(2026, 1, 1), "", "empty"),
        ("x" * 301, date(2026, 1, 1), "", "too_long"),
        ("Lund University", date(2026, 1, 1), "", "nothing_changed"),
        ("LU", date(2026, 1, 1), "<script>", "unknown_language"),
        ("LU", date(2026, 11, 25), "", "not_yet"),
        ("LU", date(2026, 11, 24), "sv", "done"),
        ("LU", date(2020, 1, 1), "", "named_later"),
        ("LU", date(2020, 1, 2), "", "done"),
    ],
)
def test_what_can_be_a_name(officer, name, since, language, said):
    house = an_organisation(name_since=date(2020, 1, 1))
    assert renamed(house, name, since, officer, language) == said


def test_who_read_an_older_version_renames_nothing(officer):
    house = an_organisation(version=2)
    given = {"organisation_id": house.pk, "name": "LU", "language": "", "since": date(2026, 1, 1)}
    assert outcome(rename_organisation, **given, version=1, by=officer, at=AT) == "changed_meanwhile"
    assert house.names.count() == 0


def test_a_list_that_has_the_former_name_renames_nothing_back(officer):
    registered(Listed(1, "Lund College", "SE", pic="999901318"))
    house = Organisation.objects.get()
    renamed(house, "Lund University", date(2026, 3, 1), officer)
    report = registered(Listed(1, "Lund College", "SE", pic="999901318"), release=date(2026, 6, 1))
    house.refresh_from_db()
    assert (house.name, report.renamed) == ("Lund University", 0)
    report = registered(Listed(1, "Scania University", "SE", pic="999901318"), release=date(2026, 7, 1))
    house.refresh_from_db()
    assert report.renamed == 1
    assert name_history(house) == [
        ("Scania University", "", "current", date(2026, 7, 1), None),
        ("Lund University", "", "former", date(2026, 3, 1), date(2026, 6, 30)),
        ("Lund College", "", "former", None, date(2026, 2, 28)),
    ]
