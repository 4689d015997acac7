"""Asking an organisation in, and its answer."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from samverk.portal.alliances.models import Invitation, Participant

from .build import asked, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone):
    return kept(everyone["anna"])


def address(token: str, lang: str = "en") -> str:
    return f"/{lang}/alliances/invitation/{token}/"


def test_the_link_is_shown_once_in_the_language_of_who_is_asked(client, everyone, alliance):
    client.force_login(everyone["anna"])
    row = alliance.participants.all()[1]
    form = f"/en/alliances/{alliance.pk}/participants/{row.pk}/invite/"
    assert client.get(form).status_code == 200
    answer = client.post(form, {"address": "", "language": "sv"})
    [link] = re.findall(r"http://testserver(/sv/alliances/invitation/[\w-]{43}/)", answer.text)
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    client.logout()
    assert client.get(link).status_code == 200


@pytest.mark.parametrize(("to", "told"), [("", False), ("bo@example.org", True)], ids=["no letter", "a letter"])
def test_who_asks_is_told_whether_a_letter_goes(client, everyone, alliance, to, told):
    client.force_login(everyone["anna"])
    row = alliance.participants.all()[1]
    form = f"/en/alliances/{alliance.pk}/participants/{row.pk}/invite/"
    answer = client.post(form, {"address": to, "language": "en"})
    assert ("A letter with the link goes to bo@example.org." in answer.text) == told


@pytest.mark.parametrize(("who", "status"), [("bo", 404), ("cecilia", 404)])
def test_others_cannot_ask_in(client, everyone, alliance, who, status):
    client.force_login(everyone[who])
    row = alliance.participants.all()[1]
    form = f"/en/alliances/{alliance.pk}/participants/{row.pk}/invite/"
    assert (client.get(form).status_code, client.post(form, {"language": "en"}).status_code) == (status, status)
    assert Invitation.objects.count() == 0


def test_a_wrong_address_stays_in_its_field(client, everyone, alliance):
    client.force_login(everyone["anna"])
    row = alliance.participants.all()[1]
    form = f"/en/alliances/{alliance.pk}/participants/{row.pk}/invite/"
    answer = client.post(form, {"address": "bo at example", "language": "en"})
    assert (answer.status_code, "bo at example" in answer.text) == (422, True)
    assert Invitation.objects.count() == 0


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_stranger_reads_it_and_is_led_back(client, alliance, lang):
    link = address(asked(alliance), lang)
    text = client.get(link).text
    assert "Hemliga planer" in text
    assert "Anna" in text
    assert f"/{lang}/account/login/?next={link}" in text
    assert f"/{lang}/account/signup/?next={link}" in text
    assert 'value="accept"' not in text


def test_a_stranger_who_answers_signs_in_first(client, alliance):
    link = address(asked(alliance))
    answer = client.post(link, {"answer": "accept"})
    assert (answer.status_code, answer["Location"]) == (302, f"/en/account/login/?next={link}")
    assert Invitation.objects.get().state == "open"


def test_reading_answers_nothing(client, everyone, alliance):
    client.force_login(everyone["bo"])
    assert client.get(address(asked(alliance))).status_code == 200
    assert Invitation.objects.get().state == "open"


def test_yes_is_said_once(client, everyone, alliance):
    client.force_login(everyone["bo"])
    link = address(asked(alliance))
    first, second = (client.post(link, {"answer": "accept"}) for _ in range(2))
    assert (first.status_code, first["Location"]) == (303, f"/en/alliances/{alliance.pk}/")
    assert second.status_code == 404
    assert Participant.objects.filter(contact=everyone["bo"], state="joined").count() == 1


def test_no_is_said_with_a_reason(client, everyone, alliance):
    client.force_login(everyone["bo"])
    assert client.post(address(asked(alliance)), {"answer": "decline", "reason": "No time"}).status_code == 200
    assert Invitation.objects.values_list("state", "reason", "answered_by").get() == (
        "declined",
        "No time",
        everyone["bo"].pk,
    )


def test_who_speaks_for_another_organisation_is_told_why_not(client, everyone, alliance):
    client.force_login(everyone["anna"])
    answer = client.post(address(asked(alliance)), {"answer": "accept"})
    assert (answer.status_code, "already in the alliance" in answer.text) == (422, True)


@pytest.mark.parametrize("how", ["unknown", "tampered", "expired", "withdrawn"])
@pytest.mark.parametrize("lang", ["en", "sv"])
def test_a_link_that_opens_nothing_says_whom_to_ask(client, alliance, how, lang):
    token = asked(alliance)
    if how == "expired":
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    if how == "withdrawn":
        Invitation.objects.update(state="withdrawn")
    token = {"unknown": "x" * 43, "tampered": token[:-1]}.get(how, token)
    answer = client.get(address(token, lang))
    assert answer.status_code == 404
    assert {"en": "Ask the coordinator", "sv": "Be samordnaren"}[lang] in answer.text
    assert "Hemliga planer" not in answer.text


def test_a_null_character_in_the_reason_stops_nobody(client, everyone, alliance):
    token = asked(alliance)
    client.force_login(everyone["bo"])
    answer = client.post(address(token), {"answer": "decline", "reason": "No\x00time"})
    assert (answer.status_code, Invitation.objects.get().reason) == (200, "No time")
