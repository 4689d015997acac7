"""The smallest change of an alliance that people form: read by those in it, and nothing of it is changed."""

import pytest
from django.utils import timezone

from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.models import Alliance
from samverk.portal.ledger.queries import mark

from .build import joined, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def alliance(everyone) -> Alliance:
    made = kept(everyone["anna"])
    joined(made, everyone["bo"])
    return made


def address(alliance: Alliance) -> str:
    return f"/en/alliances/{alliance.pk}/repair/"


@pytest.mark.parametrize(("who", "status"), [("anna", 200), ("bo", 200), ("cecilia", 404)])
def test_who_reads_it(client, everyone, alliance, who, status):
    client.force_login(everyone[who])
    before = mark().seq
    answer = client.get(address(alliance))
    assert (answer.status_code, "What if somebody leaves?" in answer.text) == (status, status == 200)
    assert mark().seq == before


def test_a_way_is_shown_when_somebody_is_gone(client, everyone, alliance):
    lab = alliance.participants.get(key="lab")
    remove(participant_id=lab.pk, by=everyone["anna"], at=timezone.now())
    client.force_login(everyone["anna"])
    page = client.get(address(alliance)).text
    assert "Add a company, a consultancy or an intermediary in any programme country." in page
    assert "See the smallest change" in client.get(f"/en/alliances/{alliance.pk}/").text


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_with_more_who_have_joined(client, everyone, alliance, number, django_assert_num_queries):
    for place in range(2, 2 + number - 1):
        joined(alliance, type(everyone["bo"]).objects.create_user(f"p{place}@example.org", name="P"), place)
    client.force_login(everyone["anna"])
    with django_assert_num_queries(6):
        assert client.get(address(alliance)).status_code == 200
