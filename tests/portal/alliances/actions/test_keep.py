"""Keeping a case: everything that it says, and the person's own organisation has joined."""

import pytest
from hypothesis import given
from hypothesis.extra.django import TestCase
from tests.portal.alliances.build import AT, kept, part, person, refused, told
from tests.portal.organisations.build import registered
from tests.scheme.build import alliance as smallest
from tests.scheme.build import case
from tests.scheme.strategies import cases

from samverk.portal.alliances import facts
from samverk.portal.alliances.actions.keep import CannotKeep, keep
from samverk.portal.alliances.models import Alliance
from samverk.portal.ledger.models import Entry as Ledger
from samverk.portal.organisations.actions.entry import Entry
from samverk.scheme.facts import Case


def as_stated(said: Case) -> Case:
    """Nobody is on record as "not the coordinator", and a link is told once."""
    people = tuple(p.model_copy(update={"coordinator": p.coordinator or None}) for p in said.participants)
    return said.model_copy(update={"participants": people, "links": tuple(dict.fromkeys(said.links))})


class WhateverIsKept(TestCase):
    @given(said=cases())
    def test_it_is_read_back(self, said: Case) -> None:
        row = keep(case=said, own="", by=person("Anna"), at=AT)
        assert facts.case(Alliance.objects.with_participants().get(pk=row.pk)) == as_stated(said)


@pytest.mark.django_db
def test_the_own_organisation_has_joined_and_the_others_are_planned():
    row = kept(own="uni")
    uni = part(row, "uni")
    assert (uni.state, uni.contact, uni.coordinator) == ("joined", person("Anna"), True)
    assert {p.state for p in row.participants.exclude(pk=uni.pk)} == {"planned"}
    assert (row.founder, row.state, row.version) == (person("Anna"), "forming", 1)
    assert told() == {"scheme": "knowledge-alliances", "call": "2020", "participants": 6}


@pytest.mark.django_db
def test_one_row_of_the_ledger():
    row = kept()
    [entry] = Ledger.objects.all()
    assert (entry.deed, entry.about, entry.within, entry.by) == ("alliances.keep", row.story, row.story, row.founder_id)


@pytest.mark.django_db
def test_two_that_claim_to_coordinate_are_kept_as_said():
    row = kept(case=smallest(college={"coordinator": True}))
    assert [p.key for p in row.participants.filter(coordinator=True)] == ["uni", "college"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "own", "reason"),
    [
        (smallest(), "nobody", "not_in_it"),
        (case(call="1999"), "", "no_such_call"),
        (case({"id": "a", "name": "Null\x00"}), "", "not_a_fact"),
        (case({"id": "pic-999901318"}, {"id": "ror-012a77v79"}), "", "already_in"),
    ],
    ids=["not in it", "no such call", "a null character", "one organisation by two numbers"],
)
def test_refused(said: Case, own: str, reason: str) -> None:
    registered(Entry(1, name="Lunds universitet", country="SE", pic="999901318", ror="012a77v79"))
    with refused(CannotKeep, reason):
        kept(own=own, case=said)
    assert not Alliance.objects.exists()


@pytest.mark.django_db
def test_the_same_form_keeps_one_alliance():
    anna, said = person("Anna"), smallest()
    first = keep(case=said, own="uni", once="a-key", by=anna, at=AT)
    rows = Ledger.objects.count()
    assert keep(case=said, own="college", once="a-key", by=anna, at=AT) == first
    assert (Alliance.objects.count(), Ledger.objects.count()) == (1, rows)


@pytest.mark.django_db
def test_another_form_or_person_keeps_another():
    for by, once in (("Anna", "a-key"), ("Anna", "b-key"), ("Bengt", "a-key"), ("Anna", ""), ("Anna", "")):
        keep(case=smallest(), own="", once=once, by=person(by), at=AT)
    assert Alliance.objects.count() == 5


@pytest.mark.django_db
@pytest.mark.parametrize("once", ["k" * 65, "\x00"])
def test_a_key_that_no_form_of_ours_has(once: str) -> None:
    with refused(CannotKeep, "not_a_fact"):
        keep(case=smallest(), own="", once=once, by=person("Anna"), at=AT)
