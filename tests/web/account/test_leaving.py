"""Taking the data along, and going."""

import json

import pytest
from django.core.cache import cache
from django.utils import timezone
from tests.web.alliance.build import joined, kept

from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.say import say
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
from samverk.portal.people.actions.issue_token import issue_token
from samverk.portal.people.models import Person, RoleKind

pytestmark = pytest.mark.django_db
WORDS = "harbour lantern 41 kite"


@pytest.fixture
def ada(client):
    cache.clear()
    person = Person.objects.create_user("ada@uni.example", WORDS, name="Ada Berg", language="en")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    client.post("/en/account/login/", {"login": person.email, "password": WORDS})
    typed = {"name": "Ada Borg", "language": "en", "time_zone": "Europe/Brussels"}
    client.post("/en/account/profile/", typed)
    return person


def test_the_export_holds_the_own_and_nobody_elses(client, ada):
    eve = Person.objects.create_user("eve@uni.example", WORDS, name="Eve")
    eve.emailaddress_set.create(email=eve.email, verified=True, primary=True)
    answer = client.get("/en/account/export.json")
    kept = json.loads(answer.content)
    assert answer["Content-Disposition"] == 'attachment; filename="samverk-account.json"'
    assert (kept["profile"]["name"], kept["addresses"][0]["email"]) == ("Ada Borg", "ada@uni.example")
    assert [deed["deed"] for deed in kept["deeds"]] == ["people.change_profile"]
    assert "eve@" not in answer.text
    assert "pbkdf2" not in answer.text


def test_the_export_holds_each_part_of_the_own(client, ada):
    bo = Person.objects.create_user("bo@uni.example", WORDS, name="Bo Secret")
    alliance = kept(ada, "Rural 3.0")
    joined(alliance, bo)
    kept(bo, "Hidden alliance")
    say(alliance=alliance.pk, text="Hello from me", by=ada, at=timezone.now())
    say(alliance=alliance.pk, text="Hello from Bo", by=bo, at=timezone.now())
    issue_token(name="Mine", scopes=["notices:read"], days=10, by=ada, at=timezone.now())
    issue_token(name="Theirs", scopes=["notices:read"], days=10, by=bo, at=timezone.now())
    answer = client.get("/en/account/export.json")
    kept_ = json.loads(answer.content)
    assert [part["title"] for part in kept_["alliances"]] == ["Rural 3.0"]
    assert [comment["text"] for comment in kept_["comments"]] == ["Hello from me"]
    assert [token["name"] for token in kept_["keys_for_programs"]] == ["Mine"]
    assert {message["kind"] for message in kept_["messages"]} == {"invitation_answered", "alliance_comment"}
    assert "Hidden" not in answer.text
    assert "Theirs" not in answer.text
    assert "bo@" not in answer.text


@pytest.mark.parametrize("page", ["erase/", "export.json"])
def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(f"/en/account/{page}")["Location"] == f"/en/account/login/?next=/en/account/{page}"


def test_the_password_is_asked_once_more_before_anything_is_erased(client, ada):
    answer = client.post("/en/account/erase/")
    assert answer["Location"].startswith("/en/account/reauthenticate/")
    ada.refresh_from_db()
    assert ada.is_active is True


def test_erased_is_whole_and_the_ledger_stays_intact(client, ada):
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    assert client.get("/en/account/erase/").status_code == 200
    assert client.post("/en/account/erase/").status_code == 303
    ada.refresh_from_db()
    assert (ada.email, ada.name, ada.is_active, ada.has_usable_password()) == (None, "", False, False)
    assert (ada.emailaddress_set.count(), ada.usersession_set.count()) == (0, 0)
    assert list(Entry.objects.values_list("deed", "by")) == [
        ("people.change_profile", ada.pk),
        ("people.erase", ada.pk),
    ]
    assert list(faults()) == []
    assert client.get("/en/account/").status_code == 302


def test_who_leads_an_alliance_or_speaks_in_one_is_told_what_to_do_first(client, ada):
    bo = Person.objects.create_user("bo@uni.example", WORDS, name="Bo")
    bo.emailaddress_set.create(email=bo.email, verified=True, primary=True)
    alliance = kept(ada)
    joined(alliance, bo)
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    answer = client.post("/en/account/erase/")
    assert (answer.status_code, "Hand the coordination on" in answer.text) == (422, True)
    client.logout()
    client.post("/en/account/login/", {"login": bo.email, "password": WORDS})
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    answer = client.post("/en/account/erase/")
    assert (answer.status_code, "You speak for an organisation" in answer.text) == (422, True)
    assert list(Person.objects.filter(is_active=True).order_by("name")) == [ada, bo]


def test_an_alliance_that_was_dissolved_holds_nobody(client, ada):
    dissolve(alliance=kept(ada).pk, by=ada, at=timezone.now())
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    assert client.post("/en/account/erase/").status_code == 303
    assert list(faults()) == []


def test_who_holds_a_role_is_told_the_way_out(client, ada):
    ada.roles.create(kind=RoleKind.OFFICER, since=timezone.now())
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    answer = client.post("/en/account/erase/")
    assert answer.status_code == 422
    assert "Ask a call manager to end it first." in answer.text
    ada.refresh_from_db()
    assert ada.name == "Ada Borg"
    assert Entry.objects.order_by("-seq").values_list("reason", flat=True)[0] == "has_role"
