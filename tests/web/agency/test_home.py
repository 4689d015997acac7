"""What waits for the agency."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.calls.build import a_call
from tests.portal.notices.build import FACTS
from tests.portal.organisations.build import an_organisation, membership

from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Head
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind

from .people import AT, people

pytestmark = pytest.mark.django_db
HOME = "/en/agency/"


@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 200), ("officer", 200), ("finance", 200), ("auditor", 200), ("expert", 404), ("stranger", 404)],
)
def test_who_comes_in(client: Client, who: str, status: int) -> None:
    client.force_login(people()[who])
    assert client.get(HOME).status_code == status


def test_each_sees_what_waits_for_the_own_roles(client: Client) -> None:
    persons = people()
    membership(an_organisation(), persons["stranger"], "requested")
    post(kind=Kind.INVITATION, address="a@example.org", language="en", link="/x/", facts=FACTS, at=AT)
    Letter.objects.update(state="failed")
    seen = {}
    for who in ("manager", "officer", "finance", "auditor"):
        client.force_login(persons[who])
        text = client.get(HOME).text
        numbers = [part.partition("<")[0] for part in text.split('agency-waits__number number">')[1:]]
        seen[who] = (numbers, "Verify all of them" in text)
    assert seen == {
        "manager": (["1", "0", "1"], True),
        "officer": (["1", "0", "1"], False),
        "finance": ([], False),
        "auditor": (["1", "0", "1"], True),
    }


def test_a_broken_ledger_is_told(client: Client) -> None:
    for _ in range(3):
        record(deed="d", about="x:1", by=None, at=AT)
    client.force_login(people()["auditor"])
    assert "The seals of the last 3 hold." in client.get(HOME).text
    Head.objects.update(seq=2)
    assert "The ledger is not as it was written" in client.get(HOME).text


@pytest.mark.parametrize("number", [1, 3])
def test_it_takes_as_many_queries_however_much_waits(client: Client, django_assert_num_queries, number: int) -> None:
    persons = people()
    for each in range(number):
        membership(an_organisation(f"House {each}"), persons["stranger"], "requested")
        record(deed="d", about="x:1", by=None, at=AT)
    client.force_login(persons["manager"])
    with django_assert_num_queries(13):
        assert f'number">{number}<' in client.get(HOME).text


def test_a_call_that_closes_soon_is_told(client: Client) -> None:
    now, day = timezone.now(), timedelta(days=1)
    a_call(opens_at=now - day, closes_at=now + 15 * day)
    client.force_login(people()["finance"])
    assert "No call closes within 14 days." in client.get(HOME).text
    a_call(edition="2019", opens_at=now - day, closes_at=now + 3 * day)
    assert "2 days left" in client.get(HOME).text


@pytest.mark.parametrize("who", ["manager", "officer", "finance", "auditor", "expert", "stranger"])
def test_the_account_leads_the_agencys_people_there_and_nobody_else(client: Client, who: str) -> None:
    client.force_login(people()[who])
    assert (HOME in client.get("/en/account/").text) == (who not in {"expert", "stranger"})
