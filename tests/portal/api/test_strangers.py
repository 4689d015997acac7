"""Who may do what by program is who may on the screens; to a stranger there is nothing."""

import pytest
from tests.portal.alliances.build import AT, part, person, with_bengt
from tests.portal.api.client import Program
from tests.portal.calls.build import a_call
from tests.portal.organisations.build import an_organisation, membership

from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.say import say
from samverk.portal.alliances.models import Alliance
from samverk.portal.notices.models import Message

pytestmark = pytest.mark.django_db
NO_LEADER = "not_leader"
DEEDS = [
    # method, path within the alliance, body, what comes of it for Anna who leads, Bengt who is in it, Carla who is not
    ("GET", "", None, 200, 200, 404),
    ("GET", "/case", None, 200, 200, 404),
    ("GET", "/verdict", None, 200, 200, 404),
    ("GET", "/activity", None, 200, 200, 404),
    ("GET", "/owed", None, 200, 200, 404),
    ("GET", "/comments", None, 200, 200, 404),
    ("GET", "/mandates", None, 200, 200, 404),
    ("GET", "/offer", None, 200, 200, 404),
    ("GET", "/participants/{works}", None, 200, 200, 404),
    ("PATCH", "", {"title": "Ours"}, 200, NO_LEADER, 404),
    ("PATCH", "/participants/{college}", {"benefit": "Much"}, 200, 200, 404),
    ("PATCH", "/participants/{works}", {"benefit": "Much"}, 200, "not_yours", 404),
    ("POST", "/participants", {"participant": {"id": "new"}}, 201, NO_LEADER, 404),
    ("POST", "/participants/{works}/invitation", {"language": "sv"}, 201, NO_LEADER, 404),
    ("POST", "/participants/{college}/leave", None, "not_yours", 204, 404),
    ("POST", "/participants/{college}/remind", None, 204, NO_LEADER, 404),
    ("DELETE", "/participants/{works}", None, 204, NO_LEADER, 404),
    ("PUT", "/offer", {"participant": "{college}"}, 200, NO_LEADER, 404),
    ("DELETE", "/offer", None, 204, NO_LEADER, 404),
    ("POST", "/offer/accept", None, "not_yours", 204, 404),
    ("POST", "/offer/decline", None, "not_yours", 204, 404),
    ("PUT", "/call", {"call": None}, "nothing_changed", NO_LEADER, 404),
    ("POST", "/controls", {"controller": "college", "controlled": "Other"}, 204, 204, 404),
    ("POST", "/comments", {"text": "Hello"}, 201, 201, 404),
    ("POST", "/dissolve", None, 204, NO_LEADER, 404),
]
WHO = ("Anna", "Bengt", "Carla")


@pytest.fixture
def alliance() -> Alliance:
    """Secret to all but Anna and Bengt, to whom the coordination is offered."""
    made = with_bengt()
    Alliance.objects.update(title="Hemliga planer")
    offer_lead(participant_id=part(made, "college").pk, by=person("Anna"), at=AT)
    say(alliance=made.pk, text="Mellan oss", by=person("Bengt"), at=AT)
    return made


@pytest.mark.parametrize("place", range(3), ids=WHO)
@pytest.mark.parametrize("deed", DEEDS, ids=[f"{one[0]} {one[1]}" for one in DEEDS])
def test_in_an_alliance(alliance, deed, place):
    method, path, body, *wanted = deed
    keys = {key: str(part(alliance, key).pk) for key in ("college", "works")}
    sent = body and {name: v.format(**keys) if isinstance(v, str) else v for name, v in body.items()}
    tag = {"If-Match": '"1.0123456789abcdef"'} if method == "PATCH" else {}
    answer = Program(person(WHO[place]))(method, f"/alliances/{alliance.pk}{path.format(**keys)}", sent, **tag)
    found = answer.json()["reason"] if answer.status_code == 422 else answer.status_code
    assert found == wanted[place]
    if answer.status_code == 404:
        assert not [word for word in ("Hemliga", "Mellan oss", "college", "Anna", "Bengt") if word in answer.text]


def test_nobody_sees_addresses_of_others(alliance):
    told = Program(person("Bengt"))("GET", f"/alliances/{alliance.pk}").text
    assert ("Anna" in told, "@" in told) == (True, False)


def test_lists_hold_only_the_own(alliance):
    uni = an_organisation()
    membership(uni, person("Bengt"))
    mine = membership(uni, person("Dora"), state="requested")
    Message.objects.create(person=person("Bengt"), kind="reminder", about="alliance:1", link="/", made_at=AT)
    carla = Program(person("Carla"))
    for path in ("/alliances", "/memberships", "/notices"):
        assert carla("GET", path).json() == {"items": [], "next": None}
    for path in ("/me/organisations", "/me/memberships"):
        assert carla("GET", path).json() == []
    assert carla("GET", f"/organisations/{uni.pk}/members").status_code == 404
    assert carla("POST", f"/memberships/{mine.pk}/answer", {"approve": True}).status_code == 404
    bengt = Program(person("Bengt"))
    assert [one["person"]["name"] for one in bengt("GET", "/memberships").json()["items"]] == ["Dora"]
    assert bengt("POST", f"/memberships/{mine.pk}/answer", {"approve": True}).json()["state"] == "active"


def test_a_question_is_the_askers_own_until_it_is_answered_for_everybody():
    call = a_call()
    call.closes_at = call.closes_at.replace(year=2036)
    call.save()
    bengt, carla = Program(person("Bengt")), Program(person("Carla"))
    asked = bengt("POST", f"/calls/{call.pk}/questions", {"text": "Räknas Ukraina?", "language": "sv"})
    assert asked.status_code == 201
    assert [one["asked"] for one in bengt("GET", f"/calls/{call.pk}/questions/own").json()] == ["Räknas Ukraina?"]
    assert carla("GET", f"/calls/{call.pk}/questions/own").json() == []
    assert carla("GET", f"/calls/{call.pk}/questions").json() == {"items": [], "next": None}
    assert carla("DELETE", f"/questions/{asked.json()['id']}").status_code == 404
    assert bengt("DELETE", f"/questions/{asked.json()['id']}").status_code == 204


def test_following_a_call_is_a_matter_of_ones_own():
    call = a_call()
    bengt, carla = Program(person("Bengt")), Program(person("Carla"))
    assert bengt("PUT", f"/calls/{call.pk}/subscription").status_code == 204
    told = [one("GET", f"/calls/{call.pk}/subscription").json() for one in (bengt, carla)]
    assert told == [{"call": True, "scheme": False}, {"call": False, "scheme": False}]
    assert bengt("DELETE", f"/calls/{call.pk}/subscription").status_code == 204
    assert bengt("GET", f"/calls/{call.pk}/subscription").json()["call"] is False
