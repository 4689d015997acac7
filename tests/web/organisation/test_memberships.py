"""The screens of those who act for an organisation."""

import pytest
from django.test import Client
from tests.portal.organisations.build import an_organisation, membership, people

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.models import Membership

pytestmark = pytest.mark.django_db
MINE = "/en/my-organisations/"


@pytest.fixture
def house():
    return an_organisation()


@pytest.fixture
def persons():
    return people()


@pytest.mark.parametrize(
    ("who", "status"),
    [("member", 200), ("officer", 200), ("manager", 200), ("applicant", 404), ("stranger", 404), ("finance", 404)],
)
def test_who_sees_the_members(client: Client, house, persons, who: str, status: int) -> None:
    membership(house, persons["member"])
    membership(house, persons["applicant"], "requested")
    client.force_login(persons[who])
    assert client.get(f"{MINE}{house.pk}/").status_code == status
    assert client.head(f"{MINE}{10**30}/").status_code == 404
    assert client.get(f"{MINE}{house.pk}/?after=made-up").status_code == 404
    assert client.get(f"{MINE}?after=made-up").status_code == 404


@pytest.mark.parametrize(
    ("who", "told"), [("member", True), ("officer", True), ("applicant", False), ("elsewhere", False)]
)
def test_who_is_told_of_a_request(client: Client, house, persons, who: str, told: bool) -> None:
    membership(house, persons["member"])
    membership(an_organisation("Elsewhere"), persons["elsewhere"])
    membership(house, persons["applicant"], "requested")
    client.force_login(persons[who])
    text = client.get(MINE).text
    assert ("Approve Applicant" in text, "applicant@example.org" in text) == (told, told)


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long(
    client: Client, persons, django_assert_num_queries, number: int
) -> None:
    for one in range(number):
        house = an_organisation(f"House {one}")
        membership(house, persons["member"])
        membership(house, persons["applicant"], "requested")
        membership(an_organisation(f"Hall {one}"), persons["member"], "requested")
    client.force_login(persons["member"])
    with django_assert_num_queries(7):
        assert client.get(MINE).text.count("Approve Applicant") == number


@pytest.mark.parametrize("names", [("applicant",), ("applicant", "stranger", "elsewhere")], ids=["1", "3"])
def test_the_page_takes_as_many_queries_however_long(
    client: Client, house, persons, django_assert_num_queries, names: tuple[str, ...]
) -> None:
    membership(house, persons["member"])
    for name in names:
        membership(house, persons[name], "requested")
    client.force_login(persons["member"])
    with django_assert_num_queries(15):
        assert client.get(f"{MINE}{house.pk}/").text.count("Approve ") == len(names)


def test_asked_approved_ended(client: Client, house, persons) -> None:
    membership(house, persons["member"], kind="legal_representative")
    client.force_login(persons["applicant"])
    answer = client.post(f"{MINE}{house.pk}/ask/", {"kind": "legal_representative"})
    assert (answer.status_code, answer["Location"]) == (303, MINE)
    assert "Waiting for an answer" in client.get(MINE).text
    row = Membership.objects.get(person=persons["applicant"])
    client.force_login(persons["member"])
    assert client.post(f"{MINE}memberships/{row.pk}/answer/", {"answer": "approve"}).status_code == 303
    assert "Applicant</strong>, legal representative" in client.get(f"{MINE}{house.pk}/").text
    assert client.post(f"{MINE}memberships/{row.pk}/end/").status_code == 303
    row.refresh_from_db()
    assert row.state == "ended"


@pytest.mark.parametrize("said", ["decline", "", "nonsense"])
def test_only_a_clear_yes_approves(client: Client, house, persons, said: str) -> None:
    membership(house, persons["member"])
    row = membership(house, persons["applicant"], "requested")
    client.force_login(persons["member"])
    client.post(f"{MINE}memberships/{row.pk}/answer/", {"answer": said})
    row.refresh_from_db()
    assert row.state == "declined"


def test_a_refusal_is_told_and_on_record(client: Client, house, persons) -> None:
    row = membership(house, persons["applicant"], "requested")
    client.force_login(persons["applicant"])
    for address, words in [
        (f"{house.pk}/ask/", "or have asked to"),
        (f"memberships/{row.pk}/answer/", "Nobody answers their own request"),
        (f"memberships/{row.pk}/end/", "This cannot be done now"),
    ]:
        answer = client.post(MINE + address, {"kind": "editor"})
        assert (answer.status_code, words in answer.text) == (422, True)
    assert list(Entry.objects.order_by("seq").values_list("reason", flat=True)) == [
        "already_asked", "own_request", "wrong_state"
    ]  # fmt: skip


@pytest.mark.parametrize("deed", ["answer", "end"])
def test_a_stranger_finds_nothing(client: Client, house, persons, deed: str) -> None:
    row = membership(house, persons["applicant"], "requested")
    client.force_login(persons["stranger"])
    assert client.post(f"{MINE}memberships/{row.pk}/{deed}/").status_code == 404
    assert client.post(f"{MINE}{10**30}/ask/").status_code == 404
    assert client.get(f"{MINE}memberships/{row.pk}/{deed}/").status_code == (404 if deed == "end" else 405)


def test_a_request_is_taken_back(client: Client, house, persons) -> None:
    row = membership(house, persons["applicant"], "requested")
    client.force_login(persons["stranger"])
    assert client.post(f"{MINE}memberships/{row.pk}/withdraw/").status_code == 404
    client.force_login(persons["applicant"])
    assert f"{MINE}memberships/{row.pk}/withdraw/" in client.get(MINE).text
    answer = client.post(f"{MINE}memberships/{row.pk}/withdraw/")
    assert (answer.status_code, answer["Location"]) == (303, MINE)
    assert "Waiting for an answer" not in client.get(MINE).text
    assert client.post(f"{MINE}memberships/{row.pk}/withdraw/").status_code == 422
