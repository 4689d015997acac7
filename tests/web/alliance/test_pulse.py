"""The page asks whether anything has happened, and gets what is new only then."""

import pytest
from django.utils import timezone

from samverk.portal.alliances.actions.say import say

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


def seen(client, alliance) -> str:
    page = client.get(f"/en/alliances/{alliance.pk}/").text
    return page.partition("pulse/?seen=")[2].partition('"')[0]


def test_nothing_new_costs_three_queries(client, everyone, alliance, django_assert_num_queries):
    client.force_login(everyone["bo"])
    number = seen(client, alliance)
    with django_assert_num_queries(3):  # the session, the person, the pulse
        answer = client.get(f"/en/alliances/{alliance.pk}/pulse/?seen={number}")
    assert (answer.status_code, answer.content) == (204, b"")


def test_what_is_new_comes_without_the_field_that_is_typed_in(client, everyone, alliance):
    client.force_login(everyone["bo"])
    number = seen(client, alliance)
    say(alliance=alliance.pk, text="The plan is ready", by=everyone["anna"], at=timezone.now())
    answer = client.get(f"/en/alliances/{alliance.pk}/pulse/?seen={number}")
    assert (answer.status_code, "The plan is ready" in answer.text) == (200, True)
    assert 'name="text"' not in answer.text
    assert "Somebody has changed the alliance" in answer.text
    assert f"pulse/?seen={int(number) + 1}" in answer.text


@pytest.mark.parametrize("number", ["", "0", "nonsense", "1"])
def test_a_stranger_learns_nothing(client, everyone, alliance, number):
    client.force_login(everyone["cecilia"])
    answer = client.get(f"/en/alliances/{alliance.pk}/pulse/?seen={number}")
    assert (answer.status_code, "Hemliga" in answer.text) == (404, False)
