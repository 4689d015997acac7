"""Telling people: the inbox always, a letter unless they do not want it."""

import pytest
from tests.portal.notices.build import AT, FACTS, somebody

from samverk.portal.foundation.decision import NotFound
from samverk.portal.notices.actions.mark_read import mark_read
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.actions.set_preference import set_preference
from samverk.portal.notices.models import Letter
from samverk.portal.notices.queries import inbox, outbox, preferences, unread_count
from samverk.portal.notices.states import Delivery, Kind
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db


def tell(*people: Person, kind: Kind = Kind.REMINDER) -> None:
    notify(kind=kind, to=[person.pk for person in people], about="alliance:1", link="/alliances/1/", facts=FACTS, at=AT)


def test_each_gets_one_message_and_one_letter_even_if_named_twice():
    ida, sven = somebody("Ida"), somebody("Sven")
    tell(ida, sven, ida)
    assert [(unread_count(one.pk), Letter.objects.filter(person=one).count()) for one in (ida, sven)] == [
        (1, 1),
        (1, 1),
    ]
    (message,) = inbox(ida.pk).rows
    assert (message.kind, message.about, message.link, message.facts) == (
        "reminder",
        "alliance:1",
        "/alliances/1/",
        FACTS,
    )


def test_nobody_is_nobody():
    tell()
    assert Letter.objects.count() == 0


def test_who_wants_no_letters_of_a_kind_gets_the_others():
    ida, sven = somebody("Ida"), somebody("Sven")
    set_preference(kind=Kind.REMINDER, delivery=Delivery.OFF, by=ida.pk)
    tell(ida, sven)
    tell(ida, kind=Kind.LEAD_OFFERED)
    assert sorted(Letter.objects.values_list("person", "kind")) == sorted(
        [(sven.pk, "reminder"), (ida.pk, "lead_offered")]
    )
    assert unread_count(ida.pk) == 2


def test_a_preference_is_changed_and_is_one_persons():
    ida, sven = somebody("Ida"), somebody("Sven")
    set_preference(kind=Kind.REMINDER, delivery=Delivery.OFF, by=sven.pk)
    set_preference(kind=Kind.REMINDER, delivery=Delivery.OFF, by=ida.pk)
    set_preference(kind=Kind.REMINDER, delivery=Delivery.NOW, by=ida.pk)
    assert preferences(ida.pk) == dict.fromkeys(Kind, Delivery.NOW)
    assert preferences(sven.pk) == dict.fromkeys(Kind, Delivery.NOW) | {Kind.REMINDER: Delivery.OFF}


def test_a_message_is_read_once_and_only_by_its_person():
    ida, sven = somebody("Ida"), somebody("Sven")
    tell(ida)
    (message,) = inbox(ida.pk).rows
    with pytest.raises(NotFound):
        mark_read(message_id=message.pk, by=sven.pk, at=AT)
    assert unread_count(ida.pk) == 1
    mark_read(message_id=message.pk, by=ida.pk, at=AT)
    mark_read(message_id=message.pk, by=ida.pk, at=AT.replace(year=2030))
    message.refresh_from_db()
    assert (message.read_at, unread_count(ida.pk)) == (AT, 0)


@pytest.mark.parametrize("rows", [1, 3])
def test_an_inbox_is_one_query_and_nobody_elses(django_assert_num_queries, rows):
    ida, sven = somebody("Ida"), somebody("Sven")
    tell(sven)
    for _ in range(rows):
        tell(ida)
    with django_assert_num_queries(1):
        assert len(inbox(ida.pk).rows) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_outbox_is_one_query(django_assert_num_queries, rows):
    for number in range(rows):
        tell(somebody(f"P{number}"))
    post(kind=Kind.INVITATION, address="a@b.example", language="sv", link="/x/", facts=FACTS, at=AT)
    with django_assert_num_queries(1):
        assert len([letter.person and letter.person.email for letter in outbox().rows]) == rows + 1


def test_pages_of_an_inbox_leave_nothing_out():
    ida = somebody("Ida")
    for _ in range(53):
        tell(ida)
    first = inbox(ida.pk)
    second = inbox(ida.pk, first.after)
    assert (len(first.rows), len(second.rows), second.after) == (50, 3, "")
    assert len({message.pk for message in [*first.rows, *second.rows]}) == 53
