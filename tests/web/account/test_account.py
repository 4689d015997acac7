"""From a stranger to a person with an account."""

import re

import pytest
from django.core.cache import cache

from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db
WORDS = "harbour lantern 41 kite"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def ada():
    person = Person.objects.create_user("ada@uni.example", WORDS, name="Ada", language="en")
    person.emailaddress_set.create(email=person.email, verified=True, primary=True)
    return person


def sign_in(client, email, password=WORDS, **more):
    return client.post("/en/account/login/", {"login": email, "password": password, **more})


def test_from_sign_up_to_profile(client, mailoutbox):
    typed = {"name": "Ada Berg", "email": "Ada@Uni.Example", "password1": WORDS, "next": "/en/rules/"}
    assert client.post("/en/account/signup/", typed).status_code == 302
    link = re.search(r"https?://[^/]+(/\S+)", mailoutbox[0].body)
    assert (mailoutbox[0].to, link is not None) == (["ada@uni.example"], True)
    assert "Hello from Samverk!" in mailoutbox[0].body
    client.post(link[1])
    answer = sign_in(client, "ADA@uni.example")
    page = client.get("/en/account/profile/")
    assert (page.status_code, answer.status_code) == (200, 302)
    person = Person.objects.get()
    assert (person.email, person.name, person.language) == ("ada@uni.example", "Ada Berg", "en")


def test_a_link_that_is_only_followed_verifies_nothing(client, mailoutbox):
    client.post("/en/account/signup/", {"name": "Ada", "email": "ada@uni.example", "password1": WORDS})
    link = re.search(r"https?://[^/]+(/\S+)", mailoutbox[0].body)[1]
    assert client.get(link).status_code == 200
    assert list(Person.objects.get().emailaddress_set.values_list("verified", flat=True)) == [False]


def test_next_is_kept_from_sign_up_to_sign_in(client, ada):
    assert 'name="next" value="/en/rules/"' in client.get("/en/account/signup/?next=/en/rules/").text
    assert sign_in(client, "ada@uni.example", next="/en/rules/")["Location"] == "/en/rules/"


def test_a_wrong_password_tells_nothing_of_who_has_an_account(client, ada):
    told = [
        sign_in(client, email, "not the one at all").context["form"].errors
        for email in ("ada@uni.example", "eve@uni.example")
    ]
    assert told[0] == told[1] != {}


def test_sign_up_tells_nothing_of_who_has_an_account(client, ada, mailoutbox):
    typed = {"name": "Eve", "password1": WORDS}
    answers = [
        client.post("/en/account/signup/", {**typed, "email": email})
        for email in ("ada@uni.example", "new@uni.example")
    ]
    assert answers[0].status_code == answers[1].status_code == 302
    assert answers[0]["Location"] == answers[1]["Location"]


@pytest.mark.parametrize("page", ["", "profile/"])
def test_a_stranger_is_asked_to_sign_in(client, page):
    assert client.get(f"/en/account/{page}")["Location"] == f"/en/account/login/?next=/en/account/{page}"


def test_the_profile_is_saved_and_on_record_without_the_name(client, ada):
    client.force_login(ada)
    typed = {"name": " Ada  Berg ", "language": "sv", "time_zone": "Europe/Stockholm"}
    answer = client.post("/en/account/profile/", typed)
    assert (answer.status_code, answer["Location"]) == (303, "/sv/account/profile/")
    ada.refresh_from_db()
    assert (ada.name, ada.language, ada.time_zone) == ("Ada Berg", "sv", "Europe/Stockholm")
    (entry,) = Entry.objects.all()
    assert (entry.deed, entry.by) == ("people.change_profile", ada.pk)
    assert entry.facts == '{"fields":["name","language","time_zone"]}'


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        pytest.param("time_zone", "Mars/Base", "There is no time zone of that name.", id="time zone"),
        pytest.param("language", "tlh", "Samverk does not speak that language.", id="language"),
        pytest.param("name", " ", "Write your name", id="no name"),
        pytest.param("name", "a" * 151, "The text is too long.", id="long name"),
        pytest.param("name", "Ada", "Everything is as it was.", id="nothing changed"),
    ],
)
def test_a_refused_profile_says_why_and_changes_nothing(client, ada, field, value, words):
    client.force_login(ada)
    typed = {"name": "Ada", "language": "en", "time_zone": "Europe/Brussels", field: value}
    answer = client.post("/en/account/profile/", typed)
    assert answer.status_code == 422
    assert words in answer.text
    ada.refresh_from_db()
    assert (ada.name, ada.language, ada.time_zone) == ("Ada", "en", "Europe/Brussels")


PAGES = [
    "",
    "profile/",
    "email/",
    "password/change/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "sessions/",
]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_account_needs_what_the_policy_forbids(client, ada, page):
    sign_in(client, "ada@uni.example")
    client.post("/en/account/reauthenticate/", {"password": WORDS})
    answer = client.get(f"/en/account/{page}")
    assert answer.status_code == 200
    inline = [tag for tag in re.findall(r"<script[^>]*>", answer.text) if "src=" not in tag]
    assert [tag for tag in inline if "application/json" not in tag] == []
    assert not re.search(r"\s(style|on[a-z]+)=", answer.text)


def test_the_top_bar_knows_who_reads(client, ada):
    assert "Create account" in client.get("/en/guide/", follow=True).text
    client.force_login(ada)
    page = client.get("/en/guide/", follow=True).text
    assert "Sign out" in page
    assert "Create account" not in page


def test_a_stranger_costs_no_query(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert "Sign in" in client.get("/en/guide/", follow=True).text
