"""One letter a day: at seven of the reader's morning, in the reader's language, and nothing is lost of it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from tests.portal.notices.build import AT, FACTS, somebody

from samverk.portal.notices.actions.mark_read import mark_read
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.actions.send_digests import MOST, send_digests
from samverk.portal.notices.actions.send_letters import PAUSES, send_letters
from samverk.portal.notices.actions.set_preference import set_preference
from samverk.portal.notices.models import Letter, Message
from samverk.portal.notices.states import Delivery, Kind
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db
MORNING = datetime(2026, 11, 25, 6, 0, tzinfo=UTC)
"""Seven in Brussels and Stockholm."""
DAY = timedelta(days=1)


def reader(name: str = "Ida", language: str = "en", zone: str = "Europe/Stockholm") -> Person:
    person = somebody(name, language)
    Person.objects.filter(pk=person.pk).update(time_zone=zone)
    for kind in (Kind.REMINDER, Kind.ALLIANCE_COMMENT):
        set_preference(kind=kind, delivery=Delivery.DIGEST, by=person.pk)
    return person


def told(*people: Person, kind: Kind = Kind.REMINDER, at: datetime = AT) -> None:
    notify(kind=kind, to=[one.pk for one in people], about="alliance:1", link="/alliances/1/", facts=FACTS, at=at)


def sent() -> list[tuple[list[str], str]]:
    return [(letter.to, letter.subject) for letter in mail.outbox]


def test_who_wants_one_a_day_gets_none_at_once_and_others_do():
    ida, bo = reader(), somebody("Bo")
    told(ida, bo)
    assert list(Letter.objects.values_list("person", "kind")) == [(bo.pk, "reminder")]
    assert dict(Message.objects.values_list("person", "gather")) == {ida.pk: True, bo.pk: False}


@pytest.mark.parametrize(
    ("language", "subject", "line"),
    [
        ("en", "2 messages from Samverk", "* Rural 3.0 waits for you"),
        ("sv", "2 meddelanden från Samverk", "* Rural 3.0 väntar på dig"),
    ],
)
def test_it_gathers_in_the_readers_language(settings, language, subject, line):
    settings.PUBLIC_ADDRESS = "https://samverk.example"
    ida = reader(language=language)
    told(ida)
    told(ida, kind=Kind.ALLIANCE_COMMENT)
    assert (send_digests(at=MORNING), send_digests(at=MORNING), send_letters(at=MORNING)) == (1, 0, 1)
    assert sent() == [(["ida@samverk.example"], subject)]
    lines = mail.outbox[0].body.splitlines()
    assert lines.count(f"  https://samverk.example/{language}/alliances/1/") == 2
    assert line in lines
    assert lines[-1] == f"https://samverk.example/{language}/account/inbox/"


@pytest.mark.parametrize(
    ("zone", "hour"), [("Europe/Stockholm", 6), ("Asia/Kolkata", 1.5), ("America/New_York", 12), ("Pacific/Apia", 18)]
)
def test_it_comes_at_seven_there(zone, hour):
    told(reader(zone=zone))
    seven = next(at for day in (0, 1) if (at := datetime(2026, 11, 24 + day, tzinfo=UTC) + timedelta(hours=hour)) > AT)
    assert send_digests(at=seven - timedelta(seconds=1)) == 0
    assert send_digests(at=seven + timedelta(seconds=1)) == 1


def test_what_comes_after_the_letter_waits_for_the_next_day():
    ida = reader()
    told(ida)
    late = MORNING + timedelta(hours=3)
    assert send_digests(at=late) == 1
    told(ida, at=late)
    assert [send_digests(at=at) for at in (late, MORNING + DAY - timedelta(minutes=1), MORNING + DAY)] == [0, 0, 1]


def test_what_was_read_meanwhile_is_left_out():
    ida = reader()
    told(ida)
    mark_read(message_id=Message.objects.get().pk, by=ida.pk, at=AT)
    assert (send_digests(at=MORNING), Letter.objects.count()) == (0, 0)
    assert Message.objects.get().gather is False


def test_a_letter_that_fails_is_tried_again_and_what_it_tells_stays_in_the_inbox(settings):
    settings.EMAIL_BACKEND = "tests.portal.notices.actions.test_send_letters.BrokenPost"
    told(reader())
    send_digests(at=MORNING)
    assert send_letters(at=MORNING) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_letters(at=MORNING + PAUSES[0]) == 1
    assert sent() == [(["ida@samverk.example"], "1 message from Samverk")]
    assert Message.objects.filter(read_at__isnull=True).count() == 1


def test_a_gathering_that_fails_leaves_everything_waiting(monkeypatch):
    told(reader())
    monkeypatch.setattr(Letter.objects, "create", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        send_digests(at=MORNING)
    monkeypatch.undo()
    assert send_digests(at=MORNING) == 1


def test_one_of_many_is_only_as_long_as_a_letter_may_be():
    ida = reader()
    for _ in range(MOST + 2):
        told(ida)
    send_digests(at=MORNING)
    send_letters(at=MORNING)
    (letter,) = mail.outbox
    assert letter.subject == f"{MOST + 2} messages from Samverk"
    assert (letter.body.count("\n* "), "2 more are in your inbox." in letter.body) == (MOST, True)


def test_each_reader_gets_the_own_and_nobody_elses():
    ida, bo = reader(), reader("Bo")
    told(ida)
    notify(kind=Kind.REMINDER, to=[bo.pk], about="alliance:2", link="/alliances/2/", facts={"alliance": "Other"}, at=AT)
    assert (send_digests(at=MORNING), send_letters(at=MORNING)) == (2, 2)
    bodies = {letter.to[0]: letter.body for letter in mail.outbox}
    assert ("Rural 3.0" in bodies["ida@samverk.example"], "Other" in bodies["ida@samverk.example"]) == (True, False)
    assert ("Rural 3.0" in bodies["bo@samverk.example"], "Other" in bodies["bo@samverk.example"]) == (False, True)


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_however_many_messages_wait(django_assert_num_queries, number):
    ida = reader()
    for _ in range(number):
        told(ida)
    with django_assert_num_queries(6):
        send_digests(at=MORNING)
