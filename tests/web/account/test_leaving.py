"""Taking the data along, and going."""

import json

import pytest
from django.core.cache import cache
from django.utils import timezone

from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
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


def test_who_holds_a_role_is_told_the_way_out(client, ada):
    ada.roles.create(kind=RoleKind.OFFICER, since=timezone.now())
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    answer = client.post("/en/account/erase/")
    assert answer.status_code == 422
    assert "Ask a call manager to end it first." in answer.text
    ada.refresh_from_db()
    assert ada.name == "Ada Borg"
    assert Entry.objects.order_by("-seq").values_list("reason", flat=True)[0] == "has_role"
