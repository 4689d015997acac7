"""The agency makes sure of an organisation, takes that back, and makes one of two rows."""

import pytest
from django.test import Client
from tests.portal.organisations.build import NOW, an_organisation, membership, registered

from samverk.portal.organisations.actions.add_evidence import add_evidence
from samverk.portal.organisations.actions.entry import Entry
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import verification

from .people import people, person

pytestmark = pytest.mark.django_db
ORGANISATIONS = "/en/agency/organisations/"
WHO = ("manager", "officer", "auditor", "finance", "expert", "stranger", "member")
PDF = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def house():
    registered(Entry(1, "Lund University", "SE", "Lund"))
    return Organisation.objects.get()


@pytest.fixture
def persons(house):
    found = people() | {"member": person("member")}
    membership(house, found["member"])
    return found


def twin(house) -> Organisation:
    registered(Entry(1, "The University of Lund", "SE", "Lund"))
    return Organisation.objects.exclude(pk=house.pk).get()


@pytest.mark.parametrize("who", WHO)
def test_who_reads_and_who_is_shown_the_buttons(client: Client, house, persons, who: str) -> None:
    client.force_login(persons[who])
    answer = client.get(f"{ORGANISATIONS}{house.pk}/")
    assert answer.status_code == (200 if who in {"manager", "officer", "auditor"} else 404)
    assert ("Confirm that" in answer.text) == (who in {"manager", "officer"})
    assert client.get(f"{ORGANISATIONS}{10**30}/").status_code == 404


@pytest.mark.parametrize("who", WHO)
def test_who_confirms_and_takes_it_back(client: Client, house, persons, who: str) -> None:
    client.force_login(persons[who])
    may, address = who in {"manager", "officer"}, f"{ORGANISATIONS}{house.pk}/"
    assert client.post(f"{address}verify/").status_code == (303 if may else 404)
    assert bool(verification(house)) == may
    assert client.get(f"{address}unverify/").status_code in {404, 405}
    if may:
        assert client.post(f"{address}verify/").status_code == 422
        assert "Say why" in client.post(f"{address}unverify/", {"reason": "x"}).text
    assert client.post(f"{address}unverify/", {"reason": "changed"}).status_code == (303 if may else 404)
    assert verification(house) is None


def test_nobody_confirms_the_own(client: Client, house, persons) -> None:
    membership(house, persons["officer"])
    client.force_login(persons["officer"])
    text = client.get(f"{ORGANISATIONS}{house.pk}/").text
    assert ("Somebody else at the agency" in text, "Confirm that" in text) == (True, False)
    assert client.post(f"{ORGANISATIONS}{house.pk}/verify/").status_code == 422


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_those_to_confirm(client: Client, persons, django_assert_num_queries, number: int) -> None:
    for one in range(number - 1):
        membership(an_organisation(f"House {one}"), persons["member"])
    client.force_login(persons["officer"])
    with django_assert_num_queries(6):
        text = client.get(ORGANISATIONS).text
    assert text.count('<li><a class="ds-link" href="/en/agency/organisations/') == number


def test_evidence_is_there_to_download(client: Client, house, persons) -> None:
    given = {"content": PDF, "name": "Stadgar.pdf", "purpose": "statutes"}
    row = add_evidence(organisation_id=house.pk, by=persons["member"], at=NOW, **given)
    client.force_login(persons["officer"])
    assert "Stadgar.pdf" in client.get(f"{ORGANISATIONS}{house.pk}/").text
    assert client.get(f"/en/my-organisations/evidence/{row.pk}/").content == PDF


@pytest.mark.parametrize("who", WHO)
def test_who_merges(client: Client, house, persons, who: str) -> None:
    other = twin(house)
    client.force_login(persons[who])
    may, address = who in {"manager", "officer"}, f"{ORGANISATIONS}{house.pk}/merge/{other.pk}/"
    seen = client.get(address)
    assert seen.status_code == (200 if may else 404)
    if may:
        assert ("What follows" in seen.text, other.name in seen.text, house.name in seen.text) == (True, True, True)
        assert other.name in client.get(f"{ORGANISATIONS}{house.pk}/?q=university").text
    assert client.post(address).status_code == (303 if may else 404)
    other.refresh_from_db()
    assert other.merged_into_id == (house.pk if may else None)
    if may:
        assert client.get(f"{ORGANISATIONS}{other.pk}/")["Location"] == f"{ORGANISATIONS}{house.pk}/"
        assert client.post(address).status_code == 404


def test_likely_ones_are_shown(client: Client, house, persons) -> None:
    other = twin(house)
    client.force_login(persons["officer"])
    assert f"{house.pk}/merge/{other.pk}/" in client.get(f"{ORGANISATIONS}{house.pk}/").text
    assert client.get(f"{ORGANISATIONS}{house.pk}/merge/{house.pk}/").status_code == 404
