"""Asking for a mandate: a letter with a link, and nothing on record that names anybody."""

from datetime import timedelta

import pytest
from django.core import mail
from tests.portal.alliances.build import AT, LATER, joined, not_found, part, person, refused, told
from tests.portal.alliances.mandates import asked, signed, with_bengt

from samverk.portal.alliances.actions.ask_mandate import CannotAskMandate, ask_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.foundation.tokens import digest
from samverk.portal.ledger.models import Entry
from samverk.portal.notices.actions.send_letters import send_letters
from samverk.portal.notices.models import Letter, Message

pytestmark = pytest.mark.django_db


def ask(alliance: Alliance, who: str = "Anna", **changes: object) -> Mandate:
    college = part(alliance, "college").pk
    given = {"participant_id": college, "address": "rut@example.org", "language": "sv"} | changes
    return ask_mandate(**given, by=person(who), at=AT)


@pytest.mark.parametrize("who", ["Anna", "Bengt"])
def test_the_leader_and_the_contact_ask(who: str) -> None:
    alliance = with_bengt()
    before = Entry.objects.count()
    made = ask(alliance, who)
    row = Mandate.objects.get()
    assert (row, row.state, row.address, row.language) == (made, "asked", "rut@example.org", "sv")
    assert (row.asked_by, row.expires_at, row.paper) == (person(who), AT + timedelta(days=30), None)
    [entry] = Entry.objects.order_by("seq")[before:]
    deed = ("alliances.ask_mandate", made.about, alliance.story, person(who).pk)
    assert (entry.deed, entry.about, entry.within, entry.by) == deed
    expires = "2026-12-24T09:00:00+00:00"
    assert told() == {"participant": str(row.participant_id), "expires_at": expires}


def test_the_link_goes_to_the_address_in_its_language_and_is_then_forgotten():
    ask(with_bengt())
    token = Letter.objects.get(kind="mandate_asked").link.split("/")[-2]
    assert Mandate.objects.get().digest == digest(token)
    send_letters(at=LATER)
    [letter] = [one for one in mail.outbox if "rut@example.org" in one.to]
    assert (letter.to, letter.subject) == (["rut@example.org"], "En fullmakt för Kollegiet väntar på din underskrift")
    assert f"/sv/alliances/mandate/{token}/" in letter.body
    assert token not in str(list(Letter.objects.values())) + str(list(Message.objects.values()))


@pytest.mark.parametrize(
    ("who", "given", "reason"),
    [
        ("Anna", {"address": "rut"}, "bad_address"),
        ("Anna", {"address": ""}, "bad_address"),
        ("Anna", {"address": "rut@example.org\nBcc: all@example.org"}, "bad_address"),
        ("Anna", {"language": "de"}, "unknown_language"),
    ],
)
def test_what_cannot_be_asked(who: str, given: dict[str, str], reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotAskMandate, reason):
        ask(alliance, who, **given)
    assert not Mandate.objects.exists() and not Letter.objects.filter(kind="mandate_asked").exists()


@pytest.mark.parametrize("key", ["uni", "college"])
def test_nobody_is_empowered_by_or_to_a_nameless_organisation(key: str) -> None:
    alliance = with_bengt()
    Participant.objects.filter(alliance=alliance, key=key).update(name="")
    with refused(CannotAskMandate, "unnamed"):
        ask(alliance)


def test_an_alliance_without_title_and_acronym_has_none():
    alliance = with_bengt()
    Alliance.objects.update(title="", acronym="")
    with refused(CannotAskMandate, "unnamed"):
        ask(alliance)


@pytest.mark.parametrize("key", ["uni", "works"])
def test_neither_the_coordinator_nor_one_who_has_not_joined_gives_any(key: str) -> None:
    alliance = with_bengt()
    with refused(CannotAskMandate, {"uni": "empowers_itself", "works": "wrong_state"}[key]):
        ask(alliance, participant_id=part(alliance, key).pk)


@pytest.mark.parametrize("who", ["Carla"])
def test_a_stranger_finds_nothing(who: str) -> None:
    alliance = with_bengt()
    with not_found():
        ask(alliance, who)


def test_the_contact_of_another_cannot():
    alliance = with_bengt()
    joined(alliance, "works", "David")
    with refused(CannotAskMandate, "not_yours"):
        ask(alliance, "David")


def test_a_new_request_replaces_the_open_one():
    alliance = with_bengt()
    asked(alliance)
    ask(alliance)
    assert sorted(Mandate.objects.values_list("state", flat=True)) == ["asked", "withdrawn"]


def test_one_that_holds_goes_on_until_the_new_one_is_signed():
    alliance = with_bengt()
    signed(alliance)
    ask(alliance)
    assert sorted(Mandate.objects.values_list("state", flat=True)) == ["asked", "signed"]


def test_a_hostile_name_is_no_part_of_the_letters_head():
    hostile = "Kollegiet\r\nBcc: all@example.org\u202e" + "x" * 200
    ask(with_bengt(hostile))
    send_letters(at=LATER)
    [letter] = [one for one in mail.outbox if "rut@example.org" in one.to]
    head = letter.message().as_string().partition("\n\n")[0]
    assert "\nBcc:" not in head and letter.recipients() == ["rut@example.org"]
    assert "\u202e" not in letter.subject + letter.body
    assert len(letter.subject) < 220
