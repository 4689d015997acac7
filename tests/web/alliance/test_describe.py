"""What an organisation is and does: saved, or refused with nothing lost."""

import pytest

from samverk.portal.alliances.models import Participant

from .build import joined, kept, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def everyone():
    return people()


@pytest.fixture
def row(everyone) -> Participant:
    made = kept(everyone["anna"])
    return joined(made, everyone["bo"])


def address(row: Participant) -> str:
    return f"/en/alliances/{row.alliance_id}/participants/{row.pk}/"


def test_it_is_saved(client, everyone, row):
    client.force_login(everyone["bo"])
    typed = {"version": 1, "category": "hei", "role": "full", "contribution": "A lab"}
    assert client.post(address(row), typed).status_code == 303
    row.refresh_from_db()
    assert (row.contribution, row.version) == ("A lab", 2)


def test_who_was_slower_sees_both_texts_and_can_save_over(client, everyone, row):
    client.force_login(everyone["anna"])
    client.post(address(row), {"version": 1, "category": "hei", "role": "full", "benefit": "Their text"})
    client.force_login(everyone["bo"])
    typed = {"version": 1, "category": "hei", "role": "associated", "benefit": "My text"}
    answer = client.post(address(row), typed)
    assert answer.status_code == 409
    assert [text in answer.text for text in ("Their text", "My text", 'name="version" value="2"')] == [True] * 3
    assert client.post(address(row), typed | {"version": 2}).status_code == 303
    row.refresh_from_db()
    assert (row.benefit, row.role) == ("My text", "associated")


@pytest.mark.parametrize("wrong", [{"category": "circus"}, {"benefit": "x" * 4001}])
def test_what_was_typed_stays(client, everyone, row, wrong):
    client.force_login(everyone["bo"])
    answer = client.post(address(row), {"version": 1, "contribution": "A lab"} | wrong)
    assert (answer.status_code, "A lab" in answer.text) == (422, True)
    row.refresh_from_db()
    assert row.version == 1


def test_a_partner_does_not_describe_another(client, everyone, row):
    client.force_login(everyone["bo"])
    other = row.alliance.participants.all()[2]
    assert client.get(address(other)).status_code == 404
