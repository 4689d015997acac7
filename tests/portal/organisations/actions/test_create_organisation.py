"""Registering what the registry lacks, and only that."""

from datetime import UTC, date, datetime

import pytest
from tests.portal.organisations.build import an_organisation, membership, outcome, people, registered

from samverk.portal.ledger.models import Entry
from samverk.portal.notices.models import Message
from samverk.portal.organisations.actions.create_organisation import create_organisation
from samverk.portal.organisations.actions.entry import Entry as Listed
from samverk.portal.organisations.models import Membership, Organisation
from samverk.portal.organisations.queries import likely_twins, suggest
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def created(by: Person, **given: object) -> str:
    said = {"name": "Norra Skolan AB", "country": "SE", "acting_as": "legal_representative"} | given
    return outcome(create_organisation, **said, by=by, at=AT)


def test_it_is_found_and_the_request_waits_for_the_agency():
    persons = people()
    assert created(persons["stranger"], name=" Norra\tSkolan ", city="Umeå", kind="hei", pic="900000001") == "done"
    row = Organisation.objects.get()
    assert (row.name, row.country, row.city, row.kind, row.pic, row.source, row.source_release) == (
        "Norra Skolan", "SE", "Umeå", "hei", "900000001", "person", date(2026, 11, 24)
    )  # fmt: skip
    assert [one.id for one in suggest("skolan")] == [row.pk]
    asked = Membership.objects.get()
    assert (asked.organisation, asked.person, asked.kind, asked.state) == (
        row, persons["stranger"], "legal_representative", "requested"
    )  # fmt: skip
    told = Message.objects.values_list("person", "kind", "link", "facts")
    assert set(told.values_list("person", "kind", "link")) == {
        (persons[who].pk, "membership_requested", "/agency/organisations/") for who in ("officer", "manager")
    }
    [entry] = Entry.objects.all()
    assert (entry.deed, entry.about, entry.by) == (
        "organisations.create_organisation", row.about, persons["stranger"].pk
    )  # fmt: skip
    assert entry.told == {"country": "SE", "kind": "legal_representative", "membership": str(asked.pk)}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " \u200b "}, "empty"),
        ({"name": "x" * 301}, "too_long"),
        ({"country": ""}, "unknown_country"),
        ({"country": "Atlantis"}, "unknown_country"),
        ({"country": "Sweden"}, "done"),
        ({"kind": "castle"}, "no_such_category"),
        ({"acting_as": "king"}, "no_such_kind"),
        ({"pic": "12345"}, "bad_pic"),
        ({"oid": "10000001"}, "bad_oid"),
        ({"oid": "e10000001"}, "done"),
        ({"website": "norra.example"}, "done"),
    ],
    ids=str,
)
def test_what_can_be_registered(given: dict[str, object], said: str) -> None:
    assert created(people()["stranger"], **given) == said
    assert Organisation.objects.count() == Membership.objects.count() == Entry.objects.count() == (said == "done")


LUND = Listed(
    1, "Lund University", "SE", pic="999901318", oid="E10209141", website="https://www.lu.se/en",
    names=(("Lunds universitet", "sv"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "likely"),
    [
        ({"name": "Lund University"}, True),
        ({"name": "University of Lund"}, True),
        ({"name": "LUNDS UNIVERSITET AB"}, True),
        ({"name": "Lund Universitetet"}, False),
        ({"name": "Lund University", "country": "NO"}, False),
        ({"name": "Something else", "website": "http://lu.se"}, True),
        ({"name": "Something else", "website": "other.lu.se"}, False),
        ({"name": "Something else", "oid": "E10209141", "country": "NO"}, True),
        ({"name": "Lund"}, False),
        ({"name": "Uppsala University"}, False),
    ],
    ids=str,
)
def test_one_that_is_likely_here_is_shown_first(given: dict[str, str], likely: bool) -> None:
    registered(LUND)
    stranger = people()["stranger"]
    assert created(stranger, **given) == ("likely_twin" if likely else "done")
    if likely:
        assert created(stranger, **given, not_a_twin=True) == "done"


def test_a_number_that_is_taken_is_nobody_elses():
    registered(LUND)
    given = {"name": "Other", "pic": "999901318", "not_a_twin": True}
    assert created(people()["stranger"], **given) == "number_taken"


def test_the_twins_are_those_that_live():
    registered(LUND)
    [lund] = Organisation.objects.all()
    dead = an_organisation("Lund University", oid="E10209141", merged_into=lund)
    assert likely_twins(names=["lund university"], country="SE", oid="E10209141") == [lund]
    assert dead.living == lund


def test_what_somebody_registered_is_brought_up_to_date_by_a_list():
    persons = people()
    created(persons["stranger"], name="Norra Skolan", pic="900000001")
    report = registered(Listed(1, "Norra Skolan", "SE", pic="900000001", city="Umeå"))
    assert (report.created, report.updated) == (0, 1)
    assert Organisation.objects.get().city == "Umeå"


def test_a_member_of_another_may_register_too():
    persons = people()
    membership(an_organisation("Elsewhere"), persons["elsewhere"])
    assert created(persons["elsewhere"]) == "done"
