"""What has happened, in plain words."""

import pytest
from django.utils import timezone

from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.say import say
from samverk.portal.people.actions.erase import erase

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


def address(alliance) -> str:
    return f"/en/alliances/{alliance.pk}/activity/"


@pytest.mark.parametrize(("who", "status"), [("anna", 200), ("bo", 200), ("cecilia", 404)])
def test_who_reads_it(client, everyone, alliance, who, status):
    client.force_login(everyone[who])
    answer = client.get(address(alliance))
    assert (answer.status_code, "Anna began Hemliga planer." in answer.text) == (status, status == 200)
    assert client.get(f"{address(alliance)}?after=nonsense").status_code == 404


def test_who_has_erased_the_account_has_no_name(client, everyone, alliance):
    row = alliance.participants.get(contact=everyone["bo"])
    type(row).objects.filter(pk=row.pk).update(name="Aalto")
    leave(participant_id=row.pk, by=everyone["bo"], at=timezone.now())
    erase(by=everyone["bo"], at=timezone.now())
    client.force_login(everyone["anna"])
    text = client.get(address(alliance)).text
    assert [said in text for said in ("A former member left with Aalto.", "Anna invited Aalto.", "Bo")] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_it_costs_the_same_with_more_to_tell(client, everyone, number, django_assert_num_queries):
    made = kept(everyone["anna"])
    for n in range(number - 1):
        say(alliance=made.pk, text=f"Word {n}", by=everyone["anna"], at=timezone.now())
    client.force_login(everyone["anna"])
    with django_assert_num_queries(9):
        assert client.get(address(made)).status_code == 200
