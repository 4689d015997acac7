"""Who controls whom: declared, retracted, and by whom."""

import pytest

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
    return f"/en/alliances/{alliance.pk}/controls/"


def pairs(alliance) -> list[tuple[str, str]]:
    return list(alliance.controls.values_list("controller", "controlled"))


@pytest.mark.parametrize(
    ("who", "link", "got", "sent"),
    [
        ("anna", {"controller": "lab", "controlled": "works"}, 200, 303),
        ("bo", {"controller": "college", "controlled": "works"}, 200, 303),
        ("bo", {"controller": "lab", "controlled": "works"}, 200, 422),
        ("cecilia", {"controller": "lab", "controlled": "works"}, 404, 404),
    ],
    ids=["leader", "own", "of others", "stranger"],
)
def test_who_may(client, everyone, alliance, who, link, got, sent):  # noqa: PLR0917 - a table
    client.force_login(everyone[who])
    assert client.get(address(alliance)).status_code == got
    assert client.post(address(alliance), {"do": "declare", **link}).status_code == sent
    assert pairs(alliance) == ([(link["controller"], link["controlled"])] if sent == 303 else [])


def test_an_owner_outside_is_named_and_the_link_taken_back(client, everyone, alliance):
    client.force_login(everyone["anna"])
    client.post(address(alliance), {"do": "declare", "controller": "", "owner": "Holding AB", "controlled": "works"})
    assert "<b>Holding AB</b> controls" in client.get(address(alliance)).text
    assert "<b>Holding AB</b> controls" in client.get(f"/en/alliances/{alliance.pk}/").text
    client.post(address(alliance), {"do": "retract", "controller": "Holding AB", "controlled": "works"})
    assert pairs(alliance) == []


@pytest.mark.parametrize(
    ("sent", "status", "why"),
    [
        ({"do": "declare", "controller": "lab", "controlled": "lab"}, 422, "cannot control itself"),
        ({"do": "declare", "controller": "", "owner": "", "controlled": "lab"}, 422, "rules cannot read"),
        ({"do": "retract", "controller": "lab", "controlled": "works"}, 422, "taken away already"),
        ({"do": "bite"}, 404, ""),
    ],
)
def test_refused(client, everyone, alliance, sent, status, why):  # noqa: PLR0917 - a table
    client.force_login(everyone["anna"])
    answer = client.post(address(alliance), sent)
    assert (answer.status_code, why in answer.text, pairs(alliance)) == (status, True, [])
