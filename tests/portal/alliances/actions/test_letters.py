"""What goes out by mail when people are invited and answer."""

import pytest
from django.core import mail
from tests.portal.alliances.build import AT, LATER, asked, kept, part, person

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.invite import invite
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
        decline(token=token, reason="No time", by=person("Bengt").pk, at=LATER)
    told = Message.objects.get()
    assert (told.person, told.link) == (person("Anna"), f"/alliances/{alliance.pk}/")
    assert told.facts["accepted"] == int(accepted) and "No time" not in str(told.facts)


def test_nobody_is_told_of_what_they_did_themselves():
    alliance = kept()
    decline(token=asked(alliance, "college"), reason="", by=person("Anna").pk, at=LATER)
    assert not Message.objects.exists()
