"""Sending: once, in the receiver's language, again when it failed, and never with a header that a name brought."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from tests.portal.notices.build import AT, FACTS, somebody

from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.actions.send_letters import AT_ONCE, CLAIM, PAUSES, claim, send_letters
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind

TOKEN = "/alliances/invitation/secret-token/"


class BrokenPost(BaseEmailBackend):
    """Stands for a mail server that is not there."""

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError


def written(address: str = "ida@samverk.example", language: str = "en", **facts: str | int) -> Letter:
    post(kind=Kind.INVITATION, address=address, language=language, link=TOKEN, facts=FACTS | facts, at=AT)
    return Letter.objects.latest("id")


@pytest.mark.django_db
def test_a_letter_goes_and_its_link_is_forgotten(settings):
    settings.PUBLIC_ADDRESS = "https://samverk.example"
    letter = written()
    assert (send_letters(at=AT), send_letters(at=AT + CLAIM)) == (1, 0)
    (sent,) = mail.outbox
    assert sent.to == ["ida@samverk.example"]
    assert sent.subject == "Lund University invites you to the alliance Rural 3.0"
    assert f"https://samverk.example/en{TOKEN}" in sent.body.splitlines()
    letter.refresh_from_db()
    assert (letter.state, letter.link, letter.attempts, letter.sent_at, letter.error) == ("sent", "", 1, AT, "")


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_person_reads_their_own_language(language):
    ida = somebody("Ida", language)
    notify(kind=Kind.REMINDER, to=[ida.pk], about="alliance:1", link="/alliances/1/", facts=FACTS, at=AT)
    send_letters(at=AT)
    subjects = {"en": "Rural 3.0 waits for you", "sv": "Rural 3.0 väntar på dig"}
    assert [(sent.to, sent.subject) for sent in mail.outbox] == [(["ida@samverk.example"], subjects[language])]
    assert f"/{language}/alliances/1/" in mail.outbox[0].body


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        pytest.param("A\r\nBcc: everybody@samverk.example", id="header"),
        pytest.param("A\n\nA body of my own", id="body"),
        pytest.param("A\x0b\x0c\x1c\x85\u2028\u2029Bcc: b", id="other ends of line"),
        pytest.param("\u202eA\0\x07", id="control characters"),
    ],
)
def test_a_name_never_makes_a_line(name):
    for organisation in ("A", name):  # one after the other: two of one millisecond go in either order
        written(organisation=organisation)
        send_letters(at=AT)
    first, second = (sent.message() for sent in mail.outbox)
    assert second.keys() == first.keys()
    assert second["Bcc"] is None and "\n" not in mail.outbox[1].subject
    assert mail.outbox[1].body.count("\n") == mail.outbox[0].body.count("\n")


@pytest.mark.django_db
def test_markup_stays_text_and_a_long_name_is_cut():
    written(organisation="<b>A & B</b>", alliance="x" * 5000)
    send_letters(at=AT)
    (sent,) = mail.outbox
    assert sent.subject == "<b>A & B</b> invites you to the alliance " + "x" * 150
    assert sent.message().get_content_type() == "text/plain"


@pytest.mark.django_db
def test_what_failed_is_tried_five_times_with_growing_pauses(settings):
    settings.EMAIL_BACKEND = f"{__name__}.BrokenPost"
    letter, at = written(), AT
    for number, pause in enumerate(PAUSES, start=1):
        assert send_letters(at=at) == 0
        letter.refresh_from_db()
        assert (letter.state, letter.attempts, letter.due_at, letter.error) == ("queued", number, at + pause, "mail")
        assert send_letters(at=at + pause - timedelta(seconds=1)) == 0
        letter.refresh_from_db()
        assert (letter.attempts, letter.link) == (number, TOKEN)
        at += pause
    send_letters(at=at)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.link, letter.error) == ("failed", 5, "", "mail")
    assert sorted(PAUSES) == PAUSES and len(PAUSES) == 4


@pytest.mark.django_db
def test_one_that_fails_does_not_hold_up_the_next():
    erased = somebody("Ida")
    notify(kind=Kind.REMINDER, to=[erased.pk], about="alliance:1", link="/a/", facts=FACTS, at=AT)
    type(erased).objects.update(email=None, name="", is_active=False, erased_at=AT)
    written()
    assert send_letters(at=AT) == 1
    assert sorted(Letter.objects.values_list("state", "error")) == [("failed", "no_address"), ("sent", "")]


@pytest.mark.django_db
def test_an_address_that_brings_a_header_is_never_written_to():
    bad, _ = written("a@b.example\nBcc: everybody@samverk.example"), written()
    assert send_letters(at=AT) == 1 and [sent.to for sent in mail.outbox] == [["ida@samverk.example"]]
    bad.refresh_from_db()
    assert (bad.state, bad.attempts, bad.error) == ("queued", 1, "mail")


@pytest.mark.django_db
def test_one_whose_taker_died_is_taken_again_after_five_minutes():
    letter = written()
    assert claim(letter, AT)
    assert send_letters(at=AT + CLAIM - timedelta(seconds=1)) == 0 and mail.outbox == []
    assert send_letters(at=AT + CLAIM) == 1 and len(mail.outbox) == 1
    assert timedelta(minutes=5) == CLAIM


@pytest.mark.django_db
def test_a_go_is_bounded():
    for _ in range(AT_ONCE + 1):
        written()
    assert (send_letters(at=AT), send_letters(at=AT)) == (AT_ONCE, 1)


@pytest.mark.django_db
def test_of_two_who_read_the_same_letter_one_has_it():
    """What would be sent twice without the claim: both have read it as due."""
    written()
    first, second = Letter.objects.get(), Letter.objects.get()
    assert (claim(first, AT), claim(second, AT)) == (True, False)


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_letter_once():
    for number in range(AT_ONCE):
        written(f"p{number}@samverk.example")
    together, sent, errors = threading.Barrier(4), [], []

    def work() -> None:
        try:
            together.wait()
            sent.append(send_letters(at=AT))
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (errors, sum(sent)) == ([], AT_ONCE)
    assert sorted(message.to[0] for message in mail.outbox) == sorted(f"p{n}@samverk.example" for n in range(AT_ONCE))


@pytest.mark.django_db
def test_a_letter_that_goes_twice_is_known_as_one(settings):
    settings.PUBLIC_ADDRESS = "https://samverk.example"
    letter = written()
    send_letters(at=AT)
    Letter.objects.filter(pk=letter.pk).update(state="queued", due_at=AT)  # its sender was killed before it settled
    send_letters(at=AT)
    assert [sent.message()["Message-ID"] for sent in mail.outbox] == [f"<{letter.pk}@samverk.example>"] * 2
