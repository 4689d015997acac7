"""What goes wrong is told as problem details, whoever answers."""

import pytest
from django.test import Client
from tests.portal.alliances.build import kept, person, with_bengt
from tests.portal.api.client import Program
from tests.scheme.build import alliance as smallest

from samverk.portal.api.v1.problems import KINDS
from samverk.portal.ledger.models import Entry

pytestmark = pytest.mark.django_db
MADE_UP = "01930000-0000-7000-8000-000000000000"


def told(answer) -> tuple[int, str]:
    """Status and code, of a problem that is whole."""
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["type"] == f"/en/api/#{problem['code']}"
    assert problem["title"]
    assert problem["detail"]
    return answer.status_code, problem["code"]


@pytest.mark.parametrize(
    ("method", "path", "wanted"),
    [
        ("GET", "/nothing", (404, "not_found")),
        ("POST", "/nothing", (404, "not_found")),
        ("GET", "/alliances/not-an-id", (404, "not_found")),
        ("GET", f"/alliances/{MADE_UP}", (404, "not_found")),
        ("GET", f"/calls/{MADE_UP}", (404, "not_found")),
        ("GET", "/organisations/99999999999999999999999999", (422, "invalid")),
        ("GET", "/organisations/" + "9" * 5000, (404, "not_found")),
        ("GET", "/organisations/9223372036854775807", (404, "not_found")),
        ("GET", "/organisations/0", (422, "invalid")),
        ("GET", "/organisations?country=x", (422, "invalid")),
        ("GET", "/organisations/search?q=%00", (422, "invalid")),
        ("GET", "/organisations/search", (422, "invalid")),
        ("GET", "/alliances?after=made-up", (422, "refused")),
        ("GET", "/alliances?after=%ED%A0%80", (422, "refused")),
        ("GET", "/calls?after=W10", (422, "refused")),
        ("DELETE", "/me", (405, "wrong_method")),
        ("PATCH", "/alliances", (405, "wrong_method")),
        ("PUT", "/notices/preferences/gossip", (422, "invalid")),
    ],
)
def test_what_is_not_there_or_not_so(method, path, wanted):
    assert told(Program(person("Anna"))(method, path, None if method == "GET" else {})) == wanted


def test_the_allowed_methods_are_told():
    assert sorted(Program(person("Anna"))("DELETE", "/alliances")["Allow"].split(", ")) == ["GET", "POST"]


@pytest.mark.parametrize(
    ("body", "kind", "wanted"),
    [
        (b"{", "application/json", (400, "unreadable")),
        (b"\xff\xfe", "application/json", (400, "unreadable")),
        (b"[" * 100_000, "application/json", (400, "unreadable")),
        (b'{"kind": NaN}', "application/json", (400, "unreadable")),
        (b"9" * 5000, "application/json", (400, "unreadable")),
        (b"", "application/json", (422, "invalid")),
        (b"[]", "application/json", (422, "invalid")),
        (b"null", "application/json", (422, "invalid")),
        (b'"\\ud800"', "application/json", (422, "invalid")),
        (b'{"scheme": "\\ud800", "call": "2020"}', "application/json", (422, "invalid")),
        (b'{"scheme": "knowledge-alliances", "call": "2020", "extra": 1}', "application/json", (422, "invalid")),
        (b'{"scheme": "\\u0000", "call": "2020"}', "application/json", (422, "refused")),
        (b'{"scheme": "../..", "call": "2020"}', "application/json", (422, "refused")),
        (b"scheme=x", "application/x-www-form-urlencoded", (415, "wrong_media_type")),
        (b"<a/>", "text/xml", (415, "wrong_media_type")),
        (b"{}", "text/plain", (415, "wrong_media_type")),
        (b" " * 2_700_000, "application/json", (413, "too_large")),
    ],
)  # fmt: skip
def test_bodies_that_are_none(body, kind, wanted):
    assert told(Client().post("/api/v1/check", body, content_type=kind)) == wanted


def test_a_mistake_is_pointed_at():
    case = {"scheme": "knowledge-alliances", "call": "2020", "participants": [{"id": "a"}, {"id": "b", "a/b~": 1}]}
    answer = Client().post("/api/v1/check", case, content_type="application/json")
    assert answer.json()["errors"] == [
        {
            "pointer": "/participants/1/a~1b~0",
            "code": "extra_forbidden",
            "detail": "The description has no such field. Leave it out.",
        }
    ]
    answer = Program(person("Anna"))("GET", "/organisations/search")
    assert answer.json()["errors"] == [
        {"parameter": "q", "code": "missing", "detail": "This is missing. Send it along."}
    ]
    answer = Program(person("Anna"))("GET", "/organisations/search", Accept_Language="sv")
    assert answer.json()["errors"][0]["detail"] == "Det här saknas. Skicka med det."


@pytest.mark.parametrize(
    ("language", "words"), [("sv", "Det här konsortiet har upplösts."), ("en", "This alliance has been dissolved.")]
)
def test_a_refusal_has_its_reason_in_the_readers_language_and_is_on_record(language, words):
    alliance = kept()
    anna = Program(person("Anna"))
    at = f"/alliances/{alliance.pk}"
    assert anna("POST", f"{at}/dissolve").status_code == 204
    answer = anna("POST", f"{at}/comments", {"text": "Still here?"}, Accept_Language=language)
    assert told(answer) == (422, "refused")
    assert answer.json()["reason"] == "dissolved"
    assert answer["Content-Language"] == language
    assert answer.json()["detail"].startswith(words) or language == "sv"
    row = Entry.objects.latest("seq")
    assert (row.deed, row.about, row.by, row.reason) == (
        "alliances.say",
        alliance.story,
        person("Anna").pk,
        "dissolved",
    )


def test_what_is_not_found_leaves_no_trace():
    alliance = with_bengt()
    before = Entry.objects.count()
    carla = Program(person("Carla"))
    before += 1  # her key
    assert told(carla("POST", f"/alliances/{alliance.pk}/comments", {"text": "Hello"})) == (404, "not_found")
    assert Entry.objects.count() == before


def test_a_call_that_there_is_none_of_is_refused():
    case = smallest().model_dump(mode="json", exclude_none=True) | {"call": "1999"}
    answer = Client().post("/api/v1/check", case, content_type="application/json")
    assert (told(answer), answer.json()["reason"]) == ((422, "refused"), "no_such_call")


def test_a_bug_is_told_as_one_too(monkeypatch):
    def broken(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("samverk.portal.api.v1.check.open_book", broken)
    client = Client(raise_request_exception=False)
    answer = client.post("/api/v1/check", {"scheme": "a", "call": "b"}, content_type="application/json")
    assert told(answer) == (500, "broken")
    assert "ZeroDivision" not in answer.text


def test_other_pages_keep_their_own_mistakes():
    answer = Client().get("/en/nothing-here")
    assert (answer.status_code, answer["Content-Type"]) == (404, "text/html; charset=utf-8")


def test_every_code_is_described_on_the_page():
    page = Client().get("/en/api/")
    assert page.status_code == 200
    assert [code for code in KINDS if f'id="{code}"' not in page.text] == []


def test_nothing_of_the_api_is_for_other_sites_or_kept_by_caches():
    answer = Client().get("/api/v1/me", headers={"Origin": "https://elsewhere.example"})
    assert [name for name in answer.headers if name.startswith("Access-Control")] == []
    assert answer["Cache-Control"] == "private, no-cache"
    assert {"Authorization", "Cookie", "Accept-Language"} <= set(answer["Vary"].split(", "))
