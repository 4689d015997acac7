"""Who is let in: keys that live, die and open only what they say, and sessions of this portal's own pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.portal.alliances.build import person
from tests.portal.api.client import Program, secret

from samverk.portal.api.documents import _document
from samverk.portal.people.actions.issue_token import issue_token
from samverk.portal.people.models import AccessToken, Person
from samverk.portal.people.states import Scope

pytestmark = pytest.mark.django_db
MADE_UP = "01930000-0000-7000-8000-000000000000"
OPERATIONS = [
    (method.upper(), path.removeprefix("/api/v1"), told.get("x-scope"))
    for path, methods in _document()["paths"].items()
    for method, told in methods.items()
]
LOCKED = [one for one in OPERATIONS if one[2]]


def _filled(path: str) -> str:
    """With made-up parts."""
    numbers = path.replace("/organisations/{organisation}", "/organisations/1").replace("{kind}", "reminder")
    return "/".join(MADE_UP if part.startswith("{") else part for part in numbers.split("/"))


def test_only_checking_a_case_asks_for_no_key():
    assert [(method, path) for method, path, scope in OPERATIONS if not scope] == [("POST", "/check")]


@pytest.mark.parametrize(("method", "path", "scope"), LOCKED, ids=[f"{m} {p}" for m, p, _ in LOCKED])
def test_every_operation_asks_for_a_key_and_its_scope(method, path, scope):
    nobody = Program(None)(method, _filled(path), {})
    assert (nobody.status_code, nobody.json()["code"]) == (401, "no_key")
    assert nobody["WWW-Authenticate"] == 'Bearer realm="samverk"'
    other = Program(person("Anna"), *(one for one in Scope if one != scope))(method, _filled(path), {})
    assert (other.status_code, other.json()["code"], other.json()["scope"]) == (403, "no_scope", scope)
    assert f'scope="{scope}"' in other["WWW-Authenticate"]
    mine = Program(person("Anna"), scope)(method, _filled(path), {})
    assert mine.status_code not in (401, 403)


def _revoked(anna: Person) -> None:
    AccessToken.objects.update(revoked_at=timezone.now())


def _expired(anna: Person) -> None:
    AccessToken.objects.update(issued_at=timezone.now() - timedelta(days=2), expires_at=timezone.now())


def _closed(anna: Person) -> None:
    Person.objects.filter(pk=anna.pk).update(is_active=False)


@pytest.mark.parametrize("die", [_revoked, _expired, _closed])
def test_a_key_that_died_opens_nothing(die):
    anna = person("Anna")
    program = Program(anna)
    assert program("GET", "/me").status_code == 200
    die(anna)
    assert program("GET", "/me").status_code == 401


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer ", "Basic YTpi", "Bearer samverk_ü", "Bearer a b", "bearer x" * 900]
)
def test_other_headers_open_nothing(header):
    anna = person("Anna")
    client = Client(headers={"Authorization": header})
    client.force_login(anna, "allauth.account.auth_backends.AuthenticationBackend")
    assert client.get("/api/v1/me").status_code == 401  # and the session does not help a bad key


def test_the_session_of_a_browser_opens_and_needs_the_csrf_token_to_change_something():
    anna = person("Anna")
    browser = Client(enforce_csrf_checks=True)
    assert browser.post("/api/v1/me").status_code == 405
    browser.force_login(anna, "allauth.account.auth_backends.AuthenticationBackend")
    assert browser.get("/api/v1/me").json()["email"] == "anna@example.org"
    path, sent = "/api/v1/notices/preferences/reminder", {"delivery": "off"}
    foreign = browser.put(path, sent, content_type="application/json")
    assert (foreign.status_code, foreign.json()["code"]) == (403, "no_csrf")
    token = browser.get("/en/").context["csrf_token"]
    own = browser.put(path, sent, content_type="application/json", headers={"X-CSRFToken": str(token)})
    assert own.status_code == 204


def test_a_key_needs_no_csrf_token():
    anna = person("Anna")
    program = Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {secret(anna)}"})
    answer = program.put("/api/v1/notices/preferences/reminder", {"delivery": "off"}, content_type="application/json")
    assert answer.status_code == 204


def test_that_a_key_was_used_is_noted():
    anna = person("Anna")
    key = issue_token(name="Program", scopes=[Scope.PROFILE_READ], by=anna, at=timezone.now())
    Client().get("/api/v1/me", headers={"Authorization": f"Bearer {key}"})
    assert AccessToken.objects.get().last_used_at is not None


def test_nobody_asks_without_end(monkeypatch):
    from django.core.cache import cache  # noqa: PLC0415 - only here

    from samverk.portal.api.v1.interface import api  # noqa: PLC0415

    cache.clear()
    monkeypatch.setattr(api.throttle, "num_requests", 2)
    anna, bengt = Program(person("Anna")), Program(person("Bengt"))
    assert [anna("GET", "/me").status_code for _ in range(3)] == [200, 200, 429]
    refused = anna("GET", "/me")
    assert (refused.json()["code"], int(refused["Retry-After"]) > 0) == ("too_many", True)
    assert bengt("GET", "/me").status_code == 200
    cache.clear()
