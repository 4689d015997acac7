"""Signing in at an organisation's own provider: a small real one answers on this machine."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from samverk.portal.people.models import Person
from samverk.portal.site.oidc import Provider, applications, origins

HERE = "/en/account/oidc/eduid/login/"


class Standing(BaseHTTPRequestHandler):
    """Describes itself, gives a token for any code, and says who it is about."""

    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_port}"
        about = {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "userinfo_endpoint": f"{here}/who",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }
        self._answer(self.server.who if self.path == "/who" else about)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer({"access_token": "t", "token_type": "Bearer"})

    def _answer(self, data: dict[str, object]) -> None:
        body = json.dumps(data).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_given: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def provider(settings):
    server = HTTPServer(("127.0.0.1", 0), Standing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    given = Provider(
        id="eduid",
        name="eduID",
        server=f"http://127.0.0.1:{server.server_port}/.well-known/openid-configuration",
        client="samverk",
        secret="hush",
    )
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": applications([given])}}
    yield server
    server.shutdown()
    server.server_close()


def came_back(client: Client, server: HTTPServer, **who: object):
    """To the provider and back again, as the one that it says."""
    server.who = who
    sent = client.post(HERE)
    state = parse_qs(urlsplit(sent["Location"]).query)["state"][0]
    return client.get("/en/account/oidc/eduid/login/callback/", {"code": "c", "state": state}, follow=True)


@pytest.mark.django_db
def test_without_a_provider_there_is_no_button(client: Client) -> None:
    assert "Sign in with eduID" not in client.get("/en/account/login/").content.decode()
    assert client.post(HERE).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["login", "signup"])
def test_a_button_leads_there_with_a_challenge_of_its_own(client: Client, provider, page: str) -> None:
    assert "Sign in with eduID" in client.get(f"/en/account/{page}/").content.decode()
    sent = client.post(HERE)
    given = parse_qs(urlsplit(sent["Location"]).query)
    assert sent["Location"].startswith(f"http://127.0.0.1:{provider.server_port}/authorize")
    assert (given["client_id"], given["code_challenge_method"]) == (["samverk"], ["S256"])


@pytest.mark.django_db
def test_a_get_does_not_lead_away(client: Client, provider) -> None:
    assert client.get(HERE).status_code == 200


@pytest.mark.django_db
def test_whose_address_is_verified_there_has_an_account_here(client: Client, provider) -> None:
    came_back(client, provider, sub="1", email="Anna@Uni.example", email_verified=True, name="Anna Berg")
    person = Person.objects.get(email="anna@uni.example")
    assert person.name == "Anna Berg"
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("verified", [False, True])
def test_an_account_that_is_there_is_never_taken_over(client: Client, provider, verified: bool) -> None:
    anna = Person.objects.create_user("anna@uni.example", "a long enough password", name="Anna")
    EmailAddress.objects.create(user=anna, email=anna.email, verified=True, primary=True)
    came_back(client, provider, sub="2", email="anna@uni.example", email_verified=verified, name="Mallory")
    assert "_auth_user_id" not in client.session
    assert Person.objects.get(email="anna@uni.example").name == "Anna"


@pytest.mark.django_db
def test_an_address_that_nobody_has_verified_is_verified_first(client: Client, provider) -> None:
    came_back(client, provider, sub="3", email="new@uni.example", email_verified=False, name="New")
    assert "_auth_user_id" not in client.session


def test_forms_may_end_there_and_nowhere_else() -> None:
    given = Provider(id="a", name="A", server="https://login.example/.well-known/openid-configuration", client="c")
    assert origins([given]) == ["https://login.example"]
