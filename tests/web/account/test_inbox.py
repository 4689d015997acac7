"""What the portal told: seen by whom it was told to, read by a press, and letters as they are wanted."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from tests.web.alliance.build import kept

from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.models import Message
from samverk.portal.notices.queries import preferences
from samverk.portal.notices.states import Delivery, Kind
from samverk.portal.people.models import Person
from samverk.portal.web.account.wording import DELIVERIES, KINDS

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
INBOX = "/en/account/inbox/"


def somebody(name: str) -> Person:
    return Person.objects.create_user(f"{name}@uni.example", name=name, language="en")


def told(person: Person, alliance: str = "Rural 3.0") -> Message:
    link, facts = "/account/profile/", {"alliance": alliance}
    notify(kind=Kind.REMINDER, to=[person.pk], about="alliance:1", link=link, facts=facts, at=AT)
    return Message.objects.latest("id")


@pytest.fixture
def ada(client):
    person = somebody("ada")
    client.force_login(person)
    return person


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_however_many_there_are(client, ada, django_assert_num_queries, number):
    for _ in range(number):
        told(ada)
    with django_assert_num_queries(4):
        assert client.get(INBOX).text.count(">Unread<") == number


def test_only_the_own_is_there(client, ada):
    told(ada)
    hers = told(somebody("eve"), "Secret alliance")
    assert "Secret" not in client.get(INBOX).text
    assert client.post(f"{INBOX}{hers.pk}/").status_code == 404
    assert client.post(f"{INBOX}{uuid4()}/").status_code == 404
    hers.refresh_from_db()
    assert hers.read_at is None


@pytest.mark.parametrize(("typed", "to"), [({"open": "1"}, "/en/account/profile/"), ({}, INBOX)], ids=["open", "read"])
def test_a_press_reads_one_and_leads_on(client, ada, typed, to):
    message = told(ada)
    answer = client.post(f"{INBOX}{message.pk}/", typed)
    assert (answer.status_code, answer["Location"]) == (303, to)
    message.refresh_from_db()
    assert message.read_at is not None
    assert "Unread" not in client.get(INBOX).text


def test_one_press_reads_all_of_the_own(client, ada):
    told(ada)
    told(ada)
    eve = told(somebody("eve"))
    assert "(2)" in client.get(INBOX).text
    assert client.post(f"{INBOX}read/").status_code == 303
    assert list(Message.objects.filter(read_at__isnull=True)) == [eve]


@pytest.mark.parametrize("address", [f"{INBOX}read/", f"{INBOX}01928a3c-5b7e-7000-8000-00000000abcd/"])
def test_a_link_that_is_only_followed_reads_nothing(client, ada, address):
    assert client.get(address).status_code == 405


def test_names_stay_text_and_a_made_up_mark_is_no_page(client, ada):
    told(ada, "<script>alert(1)</script>")
    assert "<script>alert" not in client.get(INBOX).text
    assert client.get(f"{INBOX}?after=made-up").status_code == 404


@pytest.mark.parametrize("page", ["inbox/", "notices/"])
def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(f"/en/account/{page}")["Location"] == f"/en/account/login/?next=/en/account/{page}"


def test_letters_come_as_chosen_and_a_made_up_word_changes_nothing(client, ada):
    typed = {"reminder": "digest", "mandate_asked": "off", "invitation": "shouted"}
    assert client.post("/en/account/notices/", typed).status_code == 303
    kept = preferences(ada.pk)
    assert {kind: way for kind, way in kept.items() if way != Delivery.NOW} == {
        Kind.REMINDER: Delivery.DIGEST,
        Kind.MANDATE_ASKED: Delivery.OFF,
    }
    page = client.get("/en/account/notices/").text
    assert (page.count('value="digest" selected'), page.count('value="off" selected')) == (1, 1)


def test_every_kind_and_every_way_has_words():
    assert (set(KINDS), set(DELIVERIES)) == (set(Kind), set(Delivery))


@pytest.mark.parametrize("number", [1, 3])
def test_the_start_page_says_what_waits_at_the_same_cost(client, ada, django_assert_num_queries, number):
    for place in range(number):
        told(ada)
        kept(ada, f"Alliance {place}")
    unread = Message.objects.filter(person=ada).count()
    with django_assert_num_queries(7):
        page = client.get("/en/account/").text
    assert f"Inbox: {unread} unread" in page
    assert [f"Alliance {place}" in page for place in range(3)] == [place < number for place in range(3)]
    assert ">To the agency<" not in page
