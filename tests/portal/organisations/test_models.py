"""What the tables refuse, and what their named sets hold."""

from datetime import date

import pytest
from django.db import IntegrityError

from samverk.portal.organisations.models import Charter, Organisation, OrganisationName
from samverk.portal.organisations.models.search_word import fold

pytestmark = pytest.mark.django_db

DAY = date(2026, 4, 8)


def organisation(**facts) -> Organisation:
    return Organisation.objects.create(**{"name": "Lund", "source": "demo", "source_release": DAY, **facts})


def charter(**facts) -> Charter:
    facts = {"valid_from": date(2021, 1, 1), "source": "eche", "last_listed": DAY, **facts}
    return Charter.objects.create(organisation=organisation(), **facts)


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"name": ""}, "organisation_has_name"),
        ({"kind": "club"}, "organisation_kind_known"),
        ({"latitude": 91, "longitude": 0}, "organisation_on_earth"),
        ({"latitude": 55.7}, "organisation_on_earth"),
    ],
)
def test_an_organisation_that_cannot_be(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        organisation(**facts)


@pytest.mark.parametrize("identifier", ["pic", "ror"])
def test_an_identifier_is_of_one_organisation(identifier):
    organisation(**{identifier: "999901318"})
    organisation(), organisation()  # without one there may be many
    with pytest.raises(IntegrityError):
        organisation(**{identifier: "999901318"})


@pytest.mark.parametrize(
    ("facts", "constraint"),
    [
        ({"valid_until": date(2020, 12, 31)}, "charter_in_order"),
        ({"gone_from": DAY}, "charter_gone_later"),
    ],
)
def test_a_charter_that_cannot_be(facts, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        charter(**facts)


def test_a_name_is_kept_once():
    row = organisation()
    OrganisationName.objects.create(organisation=row, text="Lunds universitet")
    with pytest.raises(IntegrityError):
        OrganisationName.objects.create(organisation=row, text="Lunds universitet", language="sv")


@pytest.mark.parametrize(
    ("facts", "day", "held"),
    [
        ({}, date(2020, 12, 31), False),
        ({}, date(2021, 1, 1), True),
        ({"valid_until": DAY}, DAY, True),
        ({"valid_until": DAY}, date(2026, 4, 9), False),
        ({"gone_from": date(2026, 5, 1)}, date(2026, 4, 30), True),
        ({"gone_from": date(2026, 5, 1)}, date(2026, 5, 1), False),
    ],
)
def test_a_charter_is_held_from_its_first_day_to_its_last(facts, day, held):
    row = charter(**facts)
    assert Charter.objects.held_on(day).exists() is held
    assert (row.valid_from <= day and (row.counts_until is None or day <= row.counts_until)) is held


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź (PL)", "lodz pl"),
        ("GÖTEBORG", "goteborg"),
        ("Straße", "strasse"),
        ("İstanbul Teknik", "istanbul teknik"),
        ("Πάτρας", "πατρασ"),
        ("ØRSTED  A/S", "orsted a s"),
        ("…", ""),
    ],
)
def test_folding(text, folded):
    assert fold(text) == folded
