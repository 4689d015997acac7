"""Signing a mandate: by whom it was asked of, of the paper that was read, once."""

from datetime import timedelta

import pytest
from tests.portal.alliances.build import AT, LATER, joined, not_found, one_entry, person, refused, told
from tests.portal.alliances.mandates import asked, newest, sign, signed, token_of_letter, with_bengt

from samverk.portal.alliances.actions.ask_mandate import LASTS, ask_mandate
from samverk.portal.alliances.actions.sign_mandate import CannotSignMandate, sign_mandate
from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.alliances.queries import mandates
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
from samverk.portal.notices.models import Message

pytestmark = pytest.mark.django_db


def test_who_signed_what_and_when_is_kept():
    alliance = with_bengt()
    token = asked(alliance)
    paper = newest().paper.sha256
    with one_entry("alliances.sign_mandate", newest().about, alliance, by="Rut"):
        row = sign(token)
    row.refresh_from_db()
    assert (row.state, row.name, row.capacity, row.sha256) == ("signed", "Rut Rektor", "Rector", paper)
    assert (row.answered_by, row.answered_at, row.uploaded) == (person("Rut"), LATER, False)
    assert told() == {"participant": str(row.participant_id), "sha256": paper}
    assert mandates(seen(alliance.pk, person("Anna"))) == {row.participant_id: row}
    assert list(faults()) == []


def test_the_ledger_holds_no_name_capacity_or_address():
    signed(with_bengt())
    kept = "".join(entry.facts for entry in Entry.objects.all())
    assert not any(text in kept for text in ("Rut", "Rector", "rut@", "Kollegiet", "Skogens"))


def test_the_leader_and_the_contact_are_told():
    signed(with_bengt())
    rows = Message.objects.filter(kind="mandate_signed").order_by("person__name")
    assert [(row.person, row.facts["organisation"]) for row in rows] == [
        (person("Anna"), "Kollegiet"),
        (person("Bengt"), "Kollegiet"),
    ]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": " \t"}, "no_name"),
        ({"capacity": ""}, "no_capacity"),
        ({"name": "x" * 151}, "too_long"),
        ({"capacity": "x" * 151}, "too_long"),
        ({"name": "R\x00t"}, "not_a_fact"),
        ({"digest": "0" * 64}, "other_paper"),
        ({"digest": ""}, "other_paper"),
    ],
)
def test_what_is_not_signed(changes: dict[str, str], reason: str) -> None:
    token = asked(with_bengt())
    given = {"name": "Rut", "capacity": "Rector", "digest": newest().paper.sha256} | changes
    with refused(CannotSignMandate, reason):
        sign_mandate(token=token, by=person("Rut"), at=LATER, **given)
    assert newest().state == "asked"


def test_before_the_paper_is_there_nothing_is_signed():
    alliance = with_bengt()
    college = alliance.participants.get(key="college").pk
    ask_mandate(participant_id=college, address="rut@example.org", language="sv", by=person("Anna"), at=AT)
    given = {"name": "Rut", "capacity": "Rector", "digest": ""}
    with refused(CannotSignMandate, "not_ready"):
        sign_mandate(token=token_of_letter(), by=person("Rut"), at=LATER, **given)


@pytest.mark.parametrize("who", ["Anna", "Bengt", "Carla", "David"])
def test_others_who_hold_the_link_cannot(who: str) -> None:
    alliance = with_bengt()
    joined(alliance, "works", "David")
    token = asked(alliance)
    with refused(CannotSignMandate, "not_addressee"):
        sign(token, by=who)


def test_the_contact_may_be_the_legal_representative():
    assert sign(asked(with_bengt(), of="Bengt", by="Bengt"), by="Bengt").state == "signed"


def test_the_letters_of_the_address_do_not_matter():
    token = asked(with_bengt())
    Mandate.objects.update(address="Rut@Example.ORG")
    assert sign(token).state == "signed"


def test_at_the_last_moment_and_no_later():
    token = asked(with_bengt())
    with not_found():
        sign(token, at=AT + LASTS)
    assert sign(token, at=AT + LASTS - timedelta(microseconds=1)).state == "signed"


def test_a_second_time_there_is_nothing_to_sign():
    token = asked(with_bengt())
    sign(token)
    with not_found():
        sign(token)


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t.swapcase(), lambda t: t + "x", lambda t: "å\udc80"])
def test_a_tampered_link_opens_nothing(change) -> None:
    token = asked(with_bengt())
    with not_found():
        sign(change(token))


def test_of_two_only_the_newer_holds():
    alliance = with_bengt()
    first = signed(alliance)
    second = signed(alliance)
    first.refresh_from_db()
    assert (first.state, first.void_because, second.state) == ("void", "newer", "signed")
