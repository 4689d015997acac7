"""What goes out by mail when people are invited and answer."""

from collections.abc import Callable

import pytest
from django.core import mail
from tests.portal.alliances.build import AT, LATER, asked, joined, kept, part, person, with_bengt
from tests.scheme.build import participant

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.add_participant import add_participant
from samverk.portal.alliances.actions.answer_offer import decline_lead, take_lead
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.actions.say import say
from samverk.portal.alliances.models import Alliance
from samverk.portal.notices.actions.send_letters import send_letters
from samverk.portal.notices.models import Letter, Message

pytestmark = pytest.mark.django_db


def test_the_link_goes_to_the_address_in_its_language_and_is_then_forgotten():
    college = part(kept(), "college")
    token = invite(participant_id=college.pk, address="b@example.org", language="sv", by=person("Anna"), at=AT)
    send_letters(at=LATER)
    [letter] = mail.outbox
    assert letter.to == ["b@example.org"]
    assert f"/sv/alliances/invitation/{token}/" in letter.body
    assert token not in "".join(f"{row.link}{row.facts}" for row in Letter.objects.all())


def test_without_an_address_nothing_goes_out():
    invite(participant_id=part(kept(), "college").pk, language="sv", by=person("Anna"), at=AT)
    assert not Letter.objects.exists()


@pytest.mark.parametrize("accepted", [True, False], ids=["accepted", "declined"])
def test_the_one_who_leads_is_told_of_the_answer(accepted: bool) -> None:
    alliance = kept()
    token = asked(alliance, "college")
    if accepted:
        accept(token=token, by=person("Bengt"), at=LATER)
    else:
        decline(token=token, reason="No time", by=person("Bengt"), at=LATER)
    told = Message.objects.get()
    assert (told.person, told.link) == (person("Anna"), f"/alliances/{alliance.pk}/")
    assert told.facts["accepted"] == int(accepted) and "No time" not in str(told.facts)


def test_nobody_is_told_of_what_they_did_themselves():
    alliance = kept()
    decline(token=asked(alliance, "college"), reason="", by=person("Anna"), at=LATER)
    assert not Message.objects.exists()


def kinds(who: str) -> list[tuple[str, str]]:
    """What somebody was told, the newest last, and where it leads."""
    return list(Message.objects.filter(person=person(who)).order_by("id").values_list("kind", "link"))


def with_everybody() -> Alliance:
    """Anna coordinates, Bengt and David are partners; nobody has been told of anything."""
    alliance = with_bengt()
    joined(alliance, "works", "David")
    Message.objects.all().delete()
    return alliance


def test_everybody_else_is_told_who_leaves():
    alliance = with_everybody()
    leave(participant_id=part(alliance, "college").pk, by=person("Bengt"), at=AT)
    here = ("participant_left", f"/alliances/{alliance.pk}/")
    assert [kinds(name) for name in ("Anna", "Bengt", "David", "Carla")] == [[here], [], [here], []]


@pytest.mark.parametrize("way", ["removed", "replaced"])
def test_who_is_taken_out_is_told_in_words_of_its_own(way: str) -> None:
    alliance = with_everybody()
    college = part(alliance, "college").pk
    if way == "removed":
        remove(participant_id=college, by=person("Anna"), at=AT)
    else:
        new = participant(id="new", category="hei", country="FI")
        add_participant(alliance=alliance.pk, given=new, replaces=college, by=person("Anna"), at=AT)
    here = ("participant_left", f"/alliances/{alliance.pk}/")
    assert [kinds(name) for name in ("Anna", "Bengt", "David")] == [
        [],
        [("participant_removed", "/alliances/")],
        [here],
    ]


@pytest.mark.parametrize("answer", [take_lead, decline_lead], ids=["taken", "declined"])
def test_the_offer_of_the_lead_and_its_answer(answer: Callable[..., None]) -> None:
    alliance = with_everybody()
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    answer(alliance=alliance.pk, by=person("Bengt"), at=AT)
    here = f"/alliances/{alliance.pk}/"
    assert [kinds(name) for name in ("Anna", "Bengt", "David")] == [
        [("lead_answered", here)],
        [("lead_offered", here)],
        [],
    ]
    assert Message.objects.get(kind="lead_answered").facts["accepted"] == int(answer is take_lead)


def test_what_is_said_reaches_the_others():
    alliance = with_everybody()
    say(alliance=alliance.pk, text="A secret plan", by=person("Bengt"), at=AT)
    here = ("alliance_comment", f"/alliances/{alliance.pk}/")
    assert [kinds(name) for name in ("Anna", "Bengt", "David", "Carla")] == [[here], [], [here], []]
    assert "secret" not in str([row.facts for row in Message.objects.all()])
