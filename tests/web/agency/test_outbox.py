"""What was sent to whom; never a secret link; sending again."""

import pytest
from django.test import Client
from tests.portal.notices.build import FACTS

from samverk.portal.ledger.models import Entry
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

from .people import AT, people, person

pytestmark = pytest.mark.django_db
OUTBOX = "/en/agency/outbox/"
SECRET = "/alliances/invitation/secret-token/"


@pytest.fixture
def persons():
    return people()


def posted(address: str = "ida@samverk.example", state: str = "queued", **facts: str) -> Letter:
    post(kind=Kind.INVITATION, address=address, language="en", link=SECRET, facts=FACTS | facts, at=AT)
    letter = Letter.objects.latest("pk")
    Letter.objects.filter(pk=letter.pk).update(state=state)
    return letter


def told(who: Person, state: str = "failed") -> Letter:
    notify(kind=Kind.REMINDER, to=[who.pk], about="alliance:1", link="/alliances/1/", facts=FACTS, at=AT)
    Letter.objects.filter(person=who).update(state=state, link="", error="mail", attempts=5)
    return Letter.objects.get(person=who)


@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 200), ("officer", 200), ("auditor", 200), ("finance", 404), ("expert", 404), ("stranger", 404)],
)
def test_who_reads_it(client: Client, persons, who: str, status: int) -> None:
    letter = posted()
    client.force_login(persons[who])
    answers = [client.get(address) for address in (OUTBOX, f"{OUTBOX}{letter.pk}/")]
    assert [answer.status_code for answer in answers] == [status] * 2
    assert [SECRET in answer.text or "secret-token" in answer.text for answer in answers] == [False] * 2
    assert ["ida@samverk.example" in answer.text for answer in answers] == [status == 200] * 2


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("manager", (303, "queued", [""])),
        ("officer", (303, "queued", [""])),
        ("auditor", (422, "failed", ["not_sender"])),
        ("finance", (404, "failed", [])),
        ("expert", (404, "failed", [])),
        ("stranger", (404, "failed", [])),
    ],
)
def test_who_sends_again(client: Client, persons, who: str, expected: tuple[int, str, list[str]]) -> None:
    letter = told(persons["stranger"])
    client.force_login(persons[who])
    answer = client.post(f"{OUTBOX}{letter.pk}/")
    letter.refresh_from_db()
    assert (answer.status_code, letter.state, [entry.reason for entry in Entry.objects.all()]) == expected
    assert {entry.about for entry in Entry.objects.all()} <= {f"letter:{letter.pk}"}


def test_only_who_may_is_shown_the_button_and_reading_sends_nothing(client: Client, persons) -> None:
    letter = told(persons["stranger"])
    shown = {}
    for who in ("manager", "officer", "auditor"):
        client.force_login(persons[who])
        shown[who] = "Send it again" in client.get(f"{OUTBOX}{letter.pk}/").text
    assert shown == {"manager": True, "officer": True, "auditor": False}
    letter.refresh_from_db()
    assert letter.state == "failed"


def test_a_failed_letter_to_an_address_says_what_to_do_instead(client: Client, persons) -> None:
    letter = posted(state="failed")
    client.force_login(persons["officer"])
    text = client.get(f"{OUTBOX}{letter.pk}/").text
    assert ("Send it again" in text, "to do so anew" in text) == (False, True)
    assert client.post(f"{OUTBOX}{letter.pk}/").status_code == 422
    assert Entry.objects.get().reason == "link_forgotten"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"ida", "bo", "stranger"}),
        ("?state=failed", {"bo"}),
        ("?state=nonsense", set()),
        ("?address=IDA@samverk.example", {"ida"}),
        ("?address=stranger@example.org", {"stranger"}),
        ("?address=stranger@example.org&state=failed", set()),
    ],
)
def test_the_list_is_of_a_state_or_an_address(client: Client, persons, query: str, found: set[str]) -> None:
    posted()
    posted("bo@samverk.example", "failed")
    told(persons["stranger"], "sent")
    client.force_login(persons["auditor"])
    text = client.get(OUTBOX + query).text.partition("<table")[2]
    assert {name for name in ("ida", "bo", "stranger") if f"{name}@" in text} == found


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long(client, django_assert_num_queries, number) -> None:
    for each in range(number):
        posted(f"a{each}@example.org")
        told(person(f"x{each}"))
    client.force_login(person("manager", "call_manager"))
    with django_assert_num_queries(5):
        assert client.get(OUTBOX).text.count("<tr>") == 1 + 2 * number


@pytest.mark.parametrize("address", ["?after=made-up", "?address=%00", "01928a3c-5b7e-7000-8000-00000000abcd/"])
def test_there_is_nothing(client: Client, persons, address: str) -> None:
    client.force_login(persons["manager"])
    assert client.get(OUTBOX + address).status_code == 404


def test_names_in_letters_cannot_break_the_page(client: Client, persons) -> None:
    letter = posted(alliance="<script>alert(1)</script>")
    client.force_login(persons["manager"])
    assert all("<script>alert" not in client.get(address).text for address in (OUTBOX, f"{OUTBOX}{letter.pk}/"))
