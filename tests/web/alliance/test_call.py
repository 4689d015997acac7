"""Choosing the call on screen."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.portal.calls.build import a_call

from .build import joined, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone):
    made = kept(everyone["anna"])
    joined(made, everyone["bo"])
    return made


@pytest.fixture
def call():
    now = timezone.now()
    return a_call(edition="2019", opens_at=now - timedelta(days=1), closes_at=now + timedelta(days=9, minutes=5))


def address(alliance) -> str:
    return f"/en/alliances/{alliance.pk}/call/"


def test_the_page_shows_the_call_and_how_long_it_is_open(client, everyone, alliance, call):
    client.force_login(everyone["anna"])
    assert "Answers no call yet." in client.get(f"/en/alliances/{alliance.pk}/").text
    assert "Knowledge Alliances 2019" in client.get(address(alliance)).text
    assert client.post(address(alliance), {"call": call.pk}).status_code == 303
    page = client.get(f"/en/alliances/{alliance.pk}/").text
    assert [text in page for text in ("Knowledge Alliances 2019", "9 days left", f"/en/calls/{call.pk}/")] == [True] * 3
    assert client.post(address(alliance), {"call": ""}).status_code == 303
    assert "Answers no call yet." in client.get(f"/en/alliances/{alliance.pk}/").text


@pytest.mark.parametrize(("who", "got", "sent"), [("anna", 200, 303), ("bo", 404, 422), ("cecilia", 404, 404)])
def test_who_may(client, everyone, alliance, call, who, got, sent):  # noqa: PLR0917 - a table
    client.force_login(everyone[who])
    assert client.get(address(alliance)).status_code == got
    assert client.post(address(alliance), {"call": call.pk}).status_code == sent
    alliance.refresh_from_db()
    assert (alliance.answers == call) == (sent == 303)


@pytest.mark.parametrize(("sent", "status"), [("nonsense", 404), ("0" * 32, 422)])
def test_what_is_no_call(client, everyone, alliance, sent, status):
    client.force_login(everyone["anna"])
    assert client.post(address(alliance), {"call": sent}).status_code == status


def test_without_a_call_it_says_so(client, everyone, alliance):
    client.force_login(everyone["anna"])
    assert "No call of this scheme is open or to come." in client.get(address(alliance)).text
