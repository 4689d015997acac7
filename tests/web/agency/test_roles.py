"""Who is what, giving and ending roles."""

import pytest
from django.test import Client

from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person, Role
from samverk.portal.people.queries import roles_of

from .people import AT, people, person

pytestmark = pytest.mark.django_db
ROLES = "/en/agency/roles/"


@pytest.fixture
def persons():
    return people()


@pytest.mark.parametrize("who", ["manager", "officer", "finance", "auditor"])
def test_all_the_agency_reads_and_only_a_manager_is_shown_the_deeds(client: Client, persons, who: str) -> None:
    client.force_login(persons[who])
    text = client.get(ROLES).text
    assert ("expert@example.org" in text, "stranger@example.org" in text) == (True, False)
    assert ("Give the role" in text, "/end/" in text) == (who == "manager",) * 2


@pytest.mark.parametrize(
    ("who", "status", "given"),
    [
        ("manager", 303, True),
        ("officer", 422, False),
        ("finance", 422, False),
        ("auditor", 422, False),
        ("expert", 404, False),
        ("stranger", 404, False),
    ],
)
def test_who_gives_a_role(client: Client, persons, who: str, status: int, given: bool) -> None:
    somebody = person("somebody")
    client.force_login(persons[who])
    answer = client.post(ROLES, {"email": "Somebody@example.org", "kind": "officer"})
    assert (answer.status_code, roles_of(somebody) == {"officer"}) == (status, given)
    assert [entry.reason for entry in Entry.objects.all()] == {303: [""], 422: ["not_call_manager"], 404: []}[status]


@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 303), ("officer", 404), ("finance", 404), ("auditor", 404), ("expert", 404), ("stranger", 404)],
)
def test_who_ends_a_role(client: Client, persons, who: str, status: int) -> None:
    row = Role.objects.get(kind="expert")
    client.force_login(persons[who])
    assert client.get(f"{ROLES}{row.pk}/end/").status_code == (200 if status == 303 else 404)
    row.refresh_from_db()
    assert row.ended_at is None
    assert client.post(f"{ROLES}{row.pk}/end/").status_code == status
    row.refresh_from_db()
    assert (row.ended_at is not None) == (status == 303)


def test_what_was_typed_stays_and_the_address_is_not_on_record(client: Client, persons) -> None:
    client.force_login(persons["manager"])
    answer = client.post(ROLES, {"email": "nobody@example.org", "kind": "finance"})
    assert answer.status_code == 422
    assert 'value="nobody@example.org"' in answer.text and 'value="finance" selected' in answer.text
    assert "Nobody here signs in with that address" in answer.text
    assert "nobody@" not in str(Entry.objects.values().get())
    assert 'id="kind-mistake"' in client.post(ROLES, {"email": "stranger@example.org", "kind": "king"}).text


def test_the_last_manager_is_told_why_before_trying_and_after(client: Client, persons) -> None:
    row = Role.objects.get(kind="call_manager")
    client.force_login(persons["manager"])
    before, after = client.get(f"{ROLES}{row.pk}/end/"), client.post(f"{ROLES}{row.pk}/end/")
    assert (before.status_code, after.status_code) == (200, 422)
    assert all("This is the only call manager" in answer.text for answer in (before, after))
    assert Entry.objects.get().reason == "last_manager"


def test_ended_roles_are_told_after_their_person_is_erased_too(client: Client, persons) -> None:
    Role.objects.filter(kind="expert").update(ended_at=AT)
    gone = person("gone")
    gone.roles.create(kind="finance", since=AT, ended_at=AT)
    Person.objects.filter(pk=gone.pk).update(email=None, name="", is_active=False, erased_at=AT)
    client.force_login(persons["auditor"])
    text = client.get(f"{ROLES}ended/").text
    assert ("Expert" in text, "An erased account" in text) == (True, True)


@pytest.mark.parametrize("address", ["?after=made-up", "?kind=%00", "ended/?after=made-up", f"{10**30}/end/", "0/end/"])
def test_there_is_nothing(client: Client, persons, address: str) -> None:
    client.force_login(persons["manager"])
    assert client.get(ROLES + address).status_code == 404


def test_one_kind_is_shown_alone(client: Client, persons) -> None:
    client.force_login(persons["auditor"])
    text = client.get(f"{ROLES}?kind=finance").text
    assert ("finance@example.org" in text, "officer@example.org" in text) == (True, False)
    assert "Nobody has this role" in client.get(f"{ROLES}?kind=king").text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("path", ["", "ended/"], ids=["now", "ended"])
def test_the_lists_take_as_many_queries_however_long(
    client: Client, django_assert_num_queries, number: int, path: str
) -> None:
    for each in range(number):
        person(f"x{each}", "expert").roles.create(kind="officer", since=AT, ended_at=AT)
    client.force_login(person("manager", "call_manager"))
    client.get(ROLES)
    with django_assert_num_queries(5):
        assert client.get(ROLES + path).text.count('<th scope="row">X') == number


def test_a_name_cannot_break_the_page(client: Client, persons) -> None:
    Person.objects.filter(email="expert@example.org").update(name='"><script>alert(1)</script>')
    client.force_login(persons["manager"])
    assert "<script>alert" not in client.get(ROLES).text


@pytest.mark.parametrize("who", ["manager", "officer", "finance", "auditor"])
def test_who_may_what_is_told_to_all_the_agency(client: Client, persons, who: str) -> None:
    client.force_login(persons[who])
    assert "Who may do what" in client.get(f"{ROLES}who-may/").text
