"""Keys on screen: issued after the password once more, shown once, revoked."""

import re

import pytest
from django.core.cache import cache

from samverk.portal.people.actions.use_token import use_token
from samverk.portal.people.models import AccessToken, Person

pytestmark = pytest.mark.django_db
WORDS = "harbour lantern 41 kite"
TYPED = {"name": "Nightly <copy>", "scopes": ["calls:read", "alliances:read"], "days": "30"}


@pytest.fixture
def ada(client):
    cache.clear()
    person = Person.objects.create_user("ada@uni.example", WORDS, name="Ada Berg", language="en")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    client.post("/en/account/login/", {"login": person.email, "password": WORDS})
    return person


@pytest.fixture
def sure(client, ada):
    """Ada, who has just written her password again."""
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    return ada


def _tired(client):
    """It is long ago that she signed in."""
    session = client.session
    session["account_authentication_methods"] = [
        {**method, "at": 0} for method in session["account_authentication_methods"]
    ]
    session.save()


def test_issuing_asks_for_the_password_and_looking_does_not(client, ada):
    _tired(client)
    assert client.get("/en/account/tokens/").status_code == 200
    answer = client.post("/en/account/tokens/", TYPED)
    assert (answer.status_code, AccessToken.objects.count()) == (302, 0)
    assert answer["Location"].startswith("/en/account/reauthenticate/")


def test_the_secret_is_shown_once(client, sure):
    answer = client.post("/en/account/tokens/", TYPED)
    [secret] = re.findall(r"samverk_[\w-]{43}", answer.text)
    token = AccessToken.objects.get()
    assert use_token(secret=secret, at=token.issued_at) == token
    assert (token.person, token.scopes) == (sure, ["alliances:read", "calls:read"])
    assert "no-store" in answer["Cache-Control"]
    again = client.get("/en/account/tokens/")
    assert secret not in again.text
    assert "Nightly &lt;copy&gt;" in again.text


@pytest.mark.parametrize(
    ("changed", "field", "words"),
    [
        ({"name": " "}, "name", "Name the key after the program"),
        ({"scopes": []}, "scopes", "Choose at least one thing"),
        ({"scopes": ["everything"]}, "scopes", "Choose at least one thing"),
        ({"days": "366"}, "days", "A key lasts from one day to a year."),
        ({"days": "soon"}, "days", "A key lasts from one day to a year."),
        ({"days": "9" * 5000}, "days", "A key lasts from one day to a year."),
    ],
)
def test_a_mistake_is_told_and_nothing_typed_is_lost(client, sure, changed, field, words):
    answer = client.post("/en/account/tokens/", TYPED | changed)
    assert (answer.status_code, AccessToken.objects.count()) == (422, 0)
    assert f'href="#{field}">{words}' in answer.text
    if field != "name":
        assert 'value="Nightly &lt;copy&gt;"' in answer.text
    if field != "scopes":
        assert len(re.findall(r'name="scopes" value="[a-z:]+" checked', answer.text)) == 2


def test_revoking_is_at_once_and_said(client, sure):
    client.post("/en/account/tokens/", TYPED)
    token = AccessToken.objects.get()
    answer = client.post(f"/en/account/tokens/{token.pk}/revoke/", follow=True)
    assert "The key is revoked." in answer.text
    token.refresh_from_db()
    assert token.revoked_at is not None
    again = client.post(f"/en/account/tokens/{token.pk}/revoke/", follow=True)
    assert "This cannot be done now" in again.text


def test_the_keys_of_others_are_neither_seen_nor_revoked(client, sure):
    eve = Person.objects.create_user("eve@uni.example", WORDS, name="Eve")
    client.post("/en/account/tokens/", TYPED)
    AccessToken.objects.update(person=eve)
    assert "Nightly" not in client.get("/en/account/tokens/").text
    token = AccessToken.objects.get()
    assert client.post(f"/en/account/tokens/{token.pk}/revoke/").status_code == 404
    assert AccessToken.objects.get().revoked_at is None


@pytest.mark.parametrize("how_many", [1, 3])
def test_the_list_costs_the_same_with_one_and_with_three(client, sure, how_many, django_assert_num_queries):
    for _ in range(how_many):
        client.post("/en/account/tokens/", TYPED)
    with django_assert_num_queries(4):
        client.get("/en/account/tokens/")
