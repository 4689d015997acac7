"""To whoever is not of the agency none of its screens is there, and none of its deeds can be done."""

import pytest
from django.test import Client
from tests.portal.calls.build import a_call, a_question
from tests.portal.notices.build import FACTS
from tests.portal.organisations.build import an_organisation, membership
from tests.web.walk import paths

from samverk.portal.ledger.models import Entry
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person, Role

from .people import AT, NAMES, people, person

pytestmark = pytest.mark.django_db
NOTHING = "01930000-0000-7000-8000-000000000000"


@pytest.fixture
def addresses() -> list[str]:
    """Every address of the agency, with the ids of things that there are; a new address is there by itself."""
    persons = people() | {"member": person("member")}
    house = an_organisation()
    membership(house, persons["member"])
    membership(an_organisation("Elsewhere"), persons["stranger"], "requested")
    a_question(a_call(), persons["stranger"])
    post(kind=Kind.INVITATION, address="ida@samverk.example", language="en", link="/x/", facts=FACTS, at=AT)
    Letter.objects.update(state="failed")
    found = [path for path in paths(NOTHING, house.pk) if "/agency/" in path]
    return [*found, f"/en/agency/roles/{Role.objects.get(kind='officer').pk}/end/"]


@pytest.mark.parametrize("who", ["expert", "stranger", "member"])
def test_nothing_is_there_and_nothing_can_be_done(client: Client, addresses: list[str], who: str) -> None:
    client.force_login(Person.objects.get(email=f"{who}@example.org"))
    assert len(addresses) > len(NAMES)
    assert {path for path in addresses if client.get(path).status_code not in {404, 405}} == set()
    assert {
        path for path in addresses if client.post(path, {"answer": "approve"}).status_code not in {404, 405}
    } == set()
    assert (Entry.objects.count(), Letter.objects.get().state) == (0, "failed")


@pytest.mark.parametrize("who", ["officer", "finance", "auditor", "manager"])
def test_reading_changes_nothing(client: Client, addresses: list[str], who: str) -> None:
    client.force_login(Person.objects.get(email=f"{who}@example.org"))
    for path in addresses:
        assert client.get(path).status_code in {200, 404, 405}
    assert (Entry.objects.count(), Letter.objects.get().state) == (0, "failed")


def test_an_auditor_changes_nothing(client: Client, addresses: list[str]) -> None:
    client.force_login(Person.objects.get(email="auditor@example.org"))
    for path in addresses:
        assert client.post(path, {"answer": "approve"}).status_code in {403, 404, 405, 422}
    assert set(Entry.objects.values_list("reason", flat=True)) <= {"not_call_manager", "not_sender", "no_such_person"}
    assert (Letter.objects.get().state, Role.objects.filter(ended_at__isnull=False).count()) == ("failed", 0)
