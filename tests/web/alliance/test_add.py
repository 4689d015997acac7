"""One more organisation: typed by hand, found in the registry, or in the place of another."""

import pytest
from tests.portal.organisations.build import registered

from samverk.portal.alliances.models import Participant
from samverk.portal.organisations.actions.entry import Entry
from samverk.portal.organisations.models import Organisation
from samverk.scheme.facts import MOST_PARTICIPANTS

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


def address(alliance, replaces="") -> str:
    return f"/en/alliances/{alliance.pk}/add/" + (f"?replaces={replaces}" if replaces else "")


def newest(alliance) -> Participant:
    return alliance.participants.latest("number")


@pytest.mark.parametrize(("who", "got", "sent"), [("anna", 200, 303), ("bo", 404, 404), ("cecilia", 404, 404)])
def test_who_may(client, everyone, alliance, who, got, sent):  # noqa: PLR0917 - a table
    client.force_login(everyone[who])
    assert client.get(address(alliance)).status_code == got
    typed = {"do": "add", "name": "Nokian Panimo", "country": "FI", "category": "enterprise"}
    assert client.post(address(alliance), typed).status_code == sent
    assert alliance.participants.filter(name="Nokian Panimo").count() == (sent == 303)


def test_a_company_in_finland(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), {"do": "add", "country": "FI", "category": "enterprise"})
    client.post(address(alliance), {"do": "add", "country": "FI", "category": "enterprise"})
    assert list(alliance.participants.order_by("-number").values_list("key", "role", "state")[:2]) == [
        ("enterprise-2", "full", "planned"),
        ("enterprise-1", "full", "planned"),
    ]


def test_it_is_found_and_picked_without_a_script(client, everyone, alliance):
    registered(Entry(1, "Uppsala universitet", country="SE", pic="999985029"))
    known = Organisation.objects.get()
    client.force_login(everyone["anna"])
    found = client.post(address(alliance), {"do": "search", "name": "Upps"})
    assert (found.status_code, f'value="pick:{known.pk}"' in found.text) == (200, True)
    assert client.post(address(alliance), {"do": f"pick:{known.pk}"}).status_code == 303
    row = newest(alliance)
    assert (row.organisation, row.key, row.name) == (known, "pic-999985029", "Uppsala universitet")


@pytest.mark.parametrize(
    "typed",
    [{"do": "add"}, {"do": "pick:99"}, {"do": "pick:x"}, {"do": "add", "name": "Kept", "country": "Atlantis"}, {}],
    ids=["nothing", "no such one", "no number", "no country", "no deed"],
)
def test_what_cannot_be_added_is_kept_in_its_fields(client, everyone, alliance, typed):
    client.force_login(everyone["anna"])
    answer = client.post(address(alliance), typed)
    assert (answer.status_code, alliance.participants.count()) == (422, 6)
    assert typed.get("name", "") in answer.text


def test_one_takes_the_place_of_another_and_the_page_says_what_breaks(client, everyone, alliance):
    client.force_login(everyone["anna"])
    college = alliance.participants.get(key="college")
    page = client.get(address(alliance, college.pk)).text
    assert [text in page for text in ("Replace college", "Not as it stands")] == [True] * 2
    typed = {"do": "add", "name": "Aalto", "country": "FI", "category": "hei"}
    assert client.post(address(alliance, college.pk), typed).status_code == 303
    college.refresh_from_db()
    assert (college.state, newest(alliance).replaces) == ("removed", college)
    again = client.post(address(alliance, college.pk), typed)
    assert (again.status_code, "has taken this place already" in again.text) == (422, True)


@pytest.mark.parametrize("replaces", ["nonsense", "0" * 32])
def test_nobody_to_replace(client, everyone, alliance, replaces):
    client.force_login(everyone["anna"])
    assert client.get(address(alliance, replaces)).status_code == 404


def test_full(client, everyone, alliance):
    client.force_login(everyone["anna"])
    more = range(7, MOST_PARTICIPANTS + 1)
    Participant.objects.bulk_create(Participant(alliance=alliance, number=n, key=f"x{n}") for n in more)
    answer = client.post(address(alliance), {"do": "add", "name": "One too many"})
    assert (answer.status_code, "no room for one more" in answer.text, "One too many" in answer.text) == (
        422,
        True,
        True,
    )
