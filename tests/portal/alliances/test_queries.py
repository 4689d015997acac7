"""Reads: nothing is shown to strangers, and no list asks more for more rows."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.portal.alliances.build import AT, asked, joined, kept, not_found, part, person, with_bengt

from samverk.portal.alliances import facts, queries
from samverk.portal.alliances.actions.invite import LASTS
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.actions.say import say
from samverk.portal.foundation.ids import new_id
from samverk.portal.foundation.paging import BadMark

Count = Callable[[int], Any]


@pytest.mark.django_db
def test_who_sees_an_alliance():
    row = with_bengt()
    kept(by="Carla")
    for name in ("Anna", "Bengt"):
        assert queries.alliance(row.pk, person(name)) == row
    for read in (queries.alliance, queries.entered):
        with not_found():
            read(row.pk, person("Carla"))
        with not_found():
            read(new_id(), person("Anna"))


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["left", "removed"])
def test_who_has_gone_sees_it_no_more(way: str) -> None:
    row = with_bengt()
    college = part(row, "college")
    if way == "left":
        leave(participant_id=college.pk, by=person("Bengt"), at=AT)
    else:
        remove(participant_id=college.pk, by=person("Anna"), at=AT)
    with not_found():
        queries.alliance(row.pk, person("Bengt"))
    assert queries.alliances_of(person("Bengt")).rows == []


@pytest.mark.django_db
@pytest.mark.parametrize("others", [0, 4], ids=["2 organisations", "6 organisations"])
def test_an_alliance_with_everybody_in_it(others: int, django_assert_num_queries: Count) -> None:
    row = with_bengt()
    row.participants.exclude(number__lte=2 + others).delete()
    anna = person("Anna")
    with django_assert_num_queries(3):
        found = queries.alliance(row.pk, anna)
        names = [p.contact.name for p in found.participants.all() if p.contact]
        assert len(facts.case(found).participants) == 2 + others
        assert queries.leader(found) == anna.pk
    assert names == ["Anna", "Bengt"]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_the_alliances_of_a_person(number: int, django_assert_num_queries: Count) -> None:
    rows = [kept() for _ in range(number)]
    kept(by="Carla")
    anna = person("Anna")
    with django_assert_num_queries(1):
        found = [(row.pk, row.founder.name) for row in queries.alliances_of(anna).rows]
    assert found == [(row.pk, "Anna") for row in reversed(rows)]


@pytest.mark.django_db
def test_the_alliances_of_a_person_page_by_page():
    rows = [kept() for _ in range(3)]
    first = queries.alliances_of(person("Anna"), size=2)
    second = queries.alliances_of(person("Anna"), size=2, after=first.after)
    assert [*first.rows, *second.rows] == rows[::-1]
    assert second.after == ""
    with pytest.raises(BadMark):
        queries.alliances_of(person("Anna"), after="nonsense")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_what_was_said(number: int, django_assert_num_queries: Count) -> None:
    row, other = with_bengt(), kept()
    for n in range(number):
        say(alliance=row.pk, text=f"Word {n}", by=person("Bengt"), at=AT)
    say(alliance=other.pk, text="Elsewhere", by=person("Anna"), at=AT)
    with django_assert_num_queries(1):
        found = [(said.text, said.author.name) for said in queries.comments(row).rows]
    assert found == [(f"Word {n}", "Bengt") for n in reversed(range(number))]


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_who_has_not_answered(number: int, django_assert_num_queries: Count) -> None:
    row = with_bengt()
    keys = ["works", "lab", "town"][:number]
    for key in keys:
        asked(row, key)
    asked(kept(), "works")
    with django_assert_num_queries(1):
        assert sorted(one.participant.key for one in queries.open_invitations(row)) == sorted(keys)


@pytest.mark.django_db
def test_who_leads():
    row = kept(own="college")
    assert queries.leader(queries.alliance(row.pk, person("Anna"))) == person("Anna").pk
    joined(row, "uni", "Bengt")
    found = queries.alliance(row.pk, person("Anna"))
    assert queries.leader(found) == person("Bengt").pk
    assert queries.spoken_for(found, person("Bengt")) == part(row, "uni")
    assert queries.spoken_for(found, person("Carla")) is None


@pytest.mark.django_db
def test_no_participant_of_another_alliance_is_found():
    row, other = kept(), kept()
    with not_found():
        queries.participant(row, part(other, "uni").pk)
    with not_found():
        queries.alliance_of(new_id())
    with not_found():
        queries.invitation("no token \ud800", AT)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_what_has_happened(number: int, django_assert_num_queries: Count) -> None:
    row, other = kept(), kept()
    for n in range(number - 1):
        say(alliance=row.pk, text=f"Word {n}", by=person("Anna"), at=AT)
    say(alliance=other.pk, text="Elsewhere", by=person("Anna"), at=AT)
    with django_assert_num_queries(1):
        found = [entry.deed for entry in queries.activity(row).rows]
    assert found == ["alliances.say"] * (number - 1) + ["alliances.keep"]


@pytest.mark.django_db
def test_what_has_happened_page_by_page():
    row = with_bengt()
    whole = list(queries.activity(row).rows)
    first = queries.activity(row, size=2)
    second = queries.activity(row, size=2, after=first.after)
    assert ([*first.rows, *second.rows], second.after) == (whole, "")
    with pytest.raises(BadMark):
        queries.activity(row, after="nonsense")


@pytest.mark.django_db
def test_the_pulse_beats_with_every_deed_and_only_for_those_in_it(django_assert_num_queries: Count) -> None:
    row, other = with_bengt(), kept()
    bengt = person("Bengt")
    with django_assert_num_queries(1):
        before = queries.pulse(row.pk, bengt)
    say(alliance=other.pk, text="Elsewhere", by=person("Anna"), at=AT)
    assert queries.pulse(row.pk, bengt) == before
    say(alliance=row.pk, text="Here", by=person("Anna"), at=AT)
    assert queries.pulse(row.pk, bengt) > before
    with not_found():
        queries.pulse(row.pk, person("Carla"))
    with not_found():
        queries.pulse(new_id(), bengt)


@pytest.mark.django_db
@pytest.mark.parametrize("others", [0, 4], ids=["2 organisations", "6 organisations"])
def test_what_each_owes(others: int, django_assert_num_queries: Count) -> None:
    row = with_bengt()
    row.participants.exclude(number__lte=2 + others).delete()
    row.participants.update(name="Named")
    found = queries.alliance(row.pk, person("Anna"))
    with django_assert_num_queries(2):
        owed = queries.owes(found, AT)
    texts = ("contribution", "benefit")
    planned = [("invitation", *texts)] * others
    assert [one.what for one in owed] == [texts, (*texts, "mandate"), *planned]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "owed"),
    [
        ({"name": ""}, ("name",)),
        ({"country": ""}, ("country",)),
        ({"category": ""}, ("category",)),
        ({"role": ""}, ("role",)),
        ({"benefit": ""}, ("benefit",)),
        ({"role": "associated"}, ("role_statement",)),
        ({"category": "consultancy"}, ("experience_statement",)),
        ({"country": "US"}, ("added_value_statement",)),
        ({}, ()),
    ],
    ids=["name", "country", "category", "role", "benefit", "associated", "consultancy", "partner country", "nothing"],
)
def test_what_is_not_described(said: dict[str, str], owed: tuple[str, ...]) -> None:
    row = kept()
    whole = {"name": "Uni", "contribution": "A lab", "benefit": "Students"}
    row.participants.filter(key="uni").update(**whole | said)
    row.participants.exclude(key="uni").delete()
    found = queries.owes(queries.alliance(row.pk, person("Anna")), AT)
    assert [one.what for one in found] == ([owed] if owed else [])


@pytest.mark.django_db
@pytest.mark.parametrize(("late", "owed"), [(False, "answer"), (True, "new_invitation")])
def test_an_invitation_that_nobody_has_answered(late: bool, owed: str) -> None:
    row = kept()
    asked(row, "works")
    found = queries.owes(queries.alliance(row.pk, person("Anna")), AT + LASTS if late else AT)
    assert next(one.what[0] for one in found if one.participant.key == "works") == owed
