"""What waits for the agency among the organisations."""

import pytest
from django.test import Client
from tests.portal.organisations.build import an_organisation, membership

from samverk.portal.ledger.models import Entry

from .people import people, person

pytestmark = pytest.mark.django_db
ORGANISATIONS = "/en/agency/organisations/"
WHO = ("manager", "officer", "auditor", "finance", "expert", "stranger", "applicant", "member")


@pytest.fixture
def persons():
    return people() | {"applicant": person("applicant"), "member": person("member")}


def waits(persons, name: str = "Lund University"):
    """A request to an organisation for which nobody acts; a member of another is there too."""
    membership(an_organisation("Elsewhere"), persons["member"])
    return membership(an_organisation(name), persons["applicant"], "requested")


@pytest.mark.parametrize("who", WHO)
def test_who_reads_and_who_is_shown_the_buttons(client: Client, persons, who: str) -> None:
    waits(persons)
    client.force_login(persons[who])
    answer = client.get(ORGANISATIONS)
    assert answer.status_code == (200 if who in {"manager", "officer", "auditor"} else 404)
    assert ("Approve Applicant" in answer.text) == (who in {"manager", "officer"})
    assert ("applicant@example.org" in answer.text) == (answer.status_code == 200)


@pytest.mark.parametrize("who", WHO)
@pytest.mark.parametrize(("said", "state"), [("approve", "active"), ("decline", "declined"), ("", "declined")])
def test_who_answers(client: Client, persons, who: str, said: str, state: str) -> None:
    row = waits(persons)
    client.force_login(persons[who])
    answer = client.post(f"{ORGANISATIONS}requests/{row.pk}/", {"answer": said})
    row.refresh_from_db()
    may = who in {"manager", "officer"}
    assert (answer.status_code, row.state) == ((303, state) if may else (404, "requested"))
    assert Entry.objects.count() == may


@pytest.mark.parametrize(
    ("asked", "held", "left"),
    [
        ("editor", "editor", False),
        ("editor", "legal_representative", False),
        ("legal_representative", "legal_representative", False),
        ("legal_representative", "editor", True),
    ],
)
def test_what_a_member_can_answer_is_left_to_the_member(
    client: Client, persons, asked: str, held: str, left: bool
) -> None:
    house = an_organisation()
    membership(house, persons["applicant"], "requested", asked)
    membership(house, persons["member"], kind=held)
    client.force_login(persons["officer"])
    assert ("Applicant" in client.get(ORGANISATIONS).text) == left


def test_a_request_that_somebody_else_has_answered_is_told(client: Client, persons) -> None:
    row = waits(persons)
    client.force_login(persons["officer"])
    client.post(f"{ORGANISATIONS}requests/{row.pk}/", {"answer": "approve"})
    again = client.post(f"{ORGANISATIONS}requests/{row.pk}/", {"answer": "decline"})
    assert (again.status_code, "somebody may have been faster" in again.text) == (422, True)
    assert [entry.reason for entry in Entry.objects.order_by("seq")] == ["", "wrong_state"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long(client, persons, django_assert_num_queries, number) -> None:
    for each in range(number):
        membership(an_organisation(f"House {each}"), persons["applicant"], "requested")
    client.force_login(persons["manager"])
    with django_assert_num_queries(6):
        assert client.get(ORGANISATIONS).text.count("Approve Applicant") == number


def test_there_is_no_such_page(client: Client, persons) -> None:
    client.force_login(persons["manager"])
    assert client.get(f"{ORGANISATIONS}?after=made-up").status_code == 404
