"""What the members of an organisation say of it."""

from datetime import UTC, date, datetime

import pytest
from tests.portal.organisations.build import an_organisation, membership, outcome, people, registered

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.entry import Entry as Listed
from samverk.portal.organisations.models import Organisation

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def described(house: Organisation, version: int = 1, **changes: object) -> str:
    editor = people()["editor"]
    membership(house, editor)
    return outcome(describe_organisation, organisation_id=house.pk, version=version, changes=changes, by=editor, at=AT)


def test_what_is_said_is_kept():
    house = an_organisation(city="LUND")
    said = {
        "description_sv": " Vi\r\nlär. ",
        "fields": ["071", "0714", "071"],
        "sectors": ["P", "85.4"],
        "size": "large",
    }
    assert described(house, **said, legal_type="public", website="www.lu.se", name="Other") == "done"
    house.refresh_from_db()
    assert (house.description_sv, house.fields, house.sectors) == ("Vi\nlär.", ["071", "0714"], ["85.4", "P"])
    assert (house.name, house.city, house.version, house.own_words) == ("Lund University", "LUND", 2, ["website"])
    [entry] = Entry.objects.all()
    assert entry.told == {
        "fields": ["description_sv", "fields", "legal_type", "sectors", "size", "website"], "version": 2
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"description_en": "x" * 4001}, "too_long"),
        ({"description_en": "x" * 4000}, "done"),
        ({"description_en": "a\x00"}, "not_a_fact"),
        ({"description_en": None}, "not_a_fact"),
        ({"fields": "071"}, "not_a_fact"),
        ({"fields": ["computing"]}, "not_a_fact"),
        ({"fields": [["071"]]}, "not_a_fact"),
        ({"fields": [f"{code:03}" for code in range(31)]}, "not_a_fact"),
        ({"sectors": ["Z"]}, "not_a_fact"),
        ({"size": "huge"}, "not_a_fact"),
        ({"size": ""}, "done"),
        ({"legal_type": "king"}, "not_a_fact"),
        ({"kind": "hei"}, "done"),
        ({"kind": "castle"}, "not_a_fact"),
        ({"city": "x" * 121}, "not_a_fact"),
        ({}, "done"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_can_be_said(changes: dict[str, object], said: str) -> None:
    assert described(an_organisation(), **changes) == said


def test_who_read_an_older_version_overwrites_nothing():
    house = an_organisation(version=2, description_en="Newer")
    assert described(house, version=1, description_en="Mine") == "changed_meanwhile"
    house.refresh_from_db()
    assert house.description_en == "Newer" and not Entry.objects.exists()


def test_no_list_overwrites_the_words_of_members():
    registered(Listed(1, "Lund University", "SE", pic="999901318", city="LUND", website="lu.example"))
    house = Organisation.objects.get()
    assert described(house, city="Lund", size="large") == "done"
    registered(
        Listed(1, "Lund University", "SE", pic="999901318", city="LUND", website="new.example"),
        release=date(2026, 6, 1),
    )
    house.refresh_from_db()
    assert (house.city, house.website, house.size) == ("Lund", "new.example", "large")


def test_no_such_organisation():
    said = outcome(describe_organisation, organisation_id=0, version=1, changes={}, by=people()["editor"], at=AT)
    assert said == "not_found"
