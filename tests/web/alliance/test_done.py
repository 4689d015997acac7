"""Every deed in an alliance says on the next page what it has done, in the reader's language."""

import pytest
from django.test import Client

from .build import asked, joined, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone):
    made = kept(everyone["anna"])
    joined(made, everyone["bo"])
    return made


def told(client: Client, person, address: str, **sent: str) -> list[str]:
    """What stands in the messages of the page that follows a press."""
    client.force_login(person)
    answer = client.post(address, sent, follow=True)
    assert answer.status_code == 200
    return [str(one) for one in answer.context["messages"]]


@pytest.mark.parametrize(
    ("place", "verb", "who", "said"),
    [
        (2, "withdraw", "anna", "The invitation to {} is taken back."),
        (1, "offer", "anna", "The coordination is offered to {}, who can take it or decline it here."),
        (1, "remove", "anna", "{} is taken out of the alliance."),
        (1, "leave", "bo", "{} has left the alliance."),
    ],
    ids=["withdraw", "offer", "remove", "leave"],
)
def test_a_deed_to_a_participant(client, everyone, alliance, place, verb, who, said):  # noqa: PLR0917 - a table
    asked(alliance, 2)
    one = alliance.participants.all()[place]
    address = f"/en/alliances/{alliance.pk}/participants/{one.pk}/{verb}/"
    name = one.name or "Organisation without a name"
    assert told(client, everyone[who], address) == [said.format(name)]


def test_the_coordination_declined(client, everyone, alliance):
    one = alliance.participants.all()[1]
    told(client, everyone["anna"], f"/en/alliances/{alliance.pk}/participants/{one.pk}/offer/")
    address = f"/sv/alliances/{alliance.pk}/lead/decline/"
    assert told(client, everyone["bo"], address) == ["Du har tackat nej till samordningen."]


def test_dissolved(client, everyone, alliance):
    address = f"/en/alliances/{alliance.pk}/dissolve/"
    assert told(client, everyone["anna"], address) == ["The alliance is dissolved. It can still be read."]


def test_after_a_comment_the_page_opens_at_the_discussion(client, everyone, alliance):
    client.force_login(everyone["bo"])
    answer = client.post(f"/en/alliances/{alliance.pk}/say/", {"text": "Good morning"})
    assert answer["Location"] == f"/en/alliances/{alliance.pk}/#discussion-title"


def test_a_comment_that_is_refused_leads_to_its_field(client, everyone, alliance):
    client.force_login(everyone["bo"])
    answer = client.post(f"/en/alliances/{alliance.pk}/say/", {"text": "x" * 20_000})
    assert (answer.status_code, '<a class="ds-link" href="#text">' in answer.text) == (422, True)
