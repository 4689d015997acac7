"""The accounts of the demonstration."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import authenticate

from samverk.portal.ledger.models import Entry
from samverk.portal.people.actions.load_demo import CannotLoadDemo, load_demo
from samverk.portal.people.facts import demonstration
from samverk.portal.people.models import Person
from samverk.portal.people.queries import demonstrators

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_everybody_of_the_file_can_sign_in(rf):
    assert load_demo(at=AT) == len(demonstration()["person"]) == Person.objects.count()
    anna = demonstrators()["anna"]
    assert list(anna.emailaddress_set.values_list("email", "verified", "primary")) == [(anna.email, True, True)]
    assert authenticate(rf.post("/"), email=anna.email, password=demonstration()["password"]) == anna
    assert list(Entry.objects.values_list("deed", "about", "by", "facts")) == [
        ("people.load_demo", "demo", None, f'{{"people":{Person.objects.count()}}}')
    ]


def test_a_second_time_changes_nothing_whoever_has_come_since():
    load_demo(at=AT)
    Person.objects.create_user("visitor@example.org")
    before = list(Person.objects.order_by("pk").values())
    assert load_demo(at=AT) == 0
    assert (list(Person.objects.order_by("pk").values()), Entry.objects.count()) == (before, 1)


def test_never_among_real_people():
    Person.objects.create_user("ada@uni.example")
    with pytest.raises(CannotLoadDemo) as refusal:
        load_demo(at=AT)
    assert (refusal.value.reason, Person.objects.count(), Entry.objects.count()) == ("real_people", 1, 0)


def test_nobody_can_have_such_an_address_and_everybody_is_told_of_in_both_languages():
    told = demonstration()["person"]
    assert {one["email"].rpartition(".")[2] for one in told} == {"example"}
    assert {frozenset(one["what"]) for one in told} == {frozenset({"en", "sv"})}
    assert len({one["key"] for one in told}) == len(told)


def test_a_portal_without_it_has_none_of_them():
    Person.objects.create_user("ada@uni.example")
    assert demonstrators() == {}
