"""Following a call or a scheme: once is enough, and each is told what the own choice is about."""

import threading
from uuid import uuid4

import pytest
from django.db import connection
from tests.portal.calls.build import AT, a_call, a_person, people

from samverk.portal.calls.actions.amend_call import amend_call
from samverk.portal.calls.actions.publish_call import publish_call
from samverk.portal.calls.actions.subscribe import subscribe
from samverk.portal.calls.actions.unsubscribe import unsubscribe
from samverk.portal.calls.actions.withdraw_call import withdraw_call
from samverk.portal.calls.models import Subscription
from samverk.portal.calls.queries import follows, schemes_followed
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import NotFound
from samverk.portal.notices.models import Message
from samverk.portal.people.models import Person

SCHEME = "knowledge-alliances"
WHY = {"sv": "Därför", "en": "Because"}


@pytest.mark.django_db
def test_both_ways_and_twice():
    call, person = a_call(), a_person("anna")
    for _ in range(2):
        subscribe(call=call.pk, by=person, at=AT)
        subscribe(scheme=SCHEME, by=person, at=AT)
    assert (Subscription.objects.count(), follows(person, call)) == (2, (True, True))
    for _ in range(2):
        unsubscribe(call=call.pk, by=person, at=AT)
    assert (follows(person, call), schemes_followed(person)) == ((False, True), {SCHEME})
    unsubscribe(scheme=SCHEME, by=person, at=AT)
    assert not Subscription.objects.exists()


@pytest.mark.django_db
def test_not_to_what_is_not_seen():
    person = a_person("anna")
    for given in ({"call": a_call(CallState.DRAFT).pk}, {"call": uuid4()}, {"scheme": "circus"}, {}):
        with pytest.raises(NotFound):
            subscribe(**given, by=person, at=AT)
    assert not Subscription.objects.exists()


def told() -> list[tuple[str, str, int]]:
    rows = Message.objects.select_related("person").order_by("id")
    return [(row.person.name, row.kind, row.facts.get("withdrawn", -1)) for row in rows]


@pytest.mark.django_db
def test_who_is_told_of_what():
    manager, call = people()["manager"], a_call(CallState.DRAFT)
    of_scheme, of_call = a_person("of scheme"), a_person("of call")
    subscribe(scheme=SCHEME, by=of_scheme, at=AT)
    publish_call(call=call.pk, by=manager, at=AT)
    subscribe(call=call.pk, by=of_call, at=AT)
    amend_call(call=call.pk, version=1, changes={"expected": 3}, reasons=WHY, by=manager, at=AT)
    withdraw_call(call=call.pk, reasons=WHY, by=manager, at=AT)
    assert told() == [
        ("of scheme", "call_published", -1),
        ("of call", "call_amended", 0),
        ("of call", "call_amended", 1),
    ]


@pytest.mark.django_db
def test_nobody_is_told_of_a_draft_that_is_taken_back():
    subscribe(scheme=SCHEME, by=a_person("anna"), at=AT)
    withdraw_call(call=a_call(CallState.DRAFT).pk, by=people()["manager"], at=AT)
    assert told() == []


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one():
    call, person = a_call(), a_person("anna")
    errors: list[Exception] = []
    both = threading.Barrier(4)

    def press() -> None:
        try:
            both.wait()
            subscribe(call=call.pk, by=Person.objects.get(pk=person.pk), at=AT)
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=press) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (errors, Subscription.objects.count()) == ([], 1)
