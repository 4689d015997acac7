"""The agency's screens of calls: prepared, checked, published, changed in the open, withdrawn."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.portal.calls.build import PDF, a_call, a_question

from samverk.portal.calls.models import Amendment, Call, CallDocument
from samverk.portal.calls.states import CallState

from .people import people

pytestmark = pytest.mark.django_db
YEAR = timezone.now().year + 1
TYPED = {
    "book": "knowledge-alliances/2020",
    "opens_at": f"{YEAR}-01-10T12:00",
    "closes_at": f"{YEAR}-07-26T17:00",
    "questions_until": f"{YEAR}-02-10T12:00",
    "envelope": "28 000 000",
    "expected": "28",
}
WHY = {"reason_sv": "Därför", "reason_en": "Because"}
COMING = {"opens_at": timezone.now() + timedelta(days=9), "closes_at": datetime(YEAR, 7, 26, 15, 0, tzinfo=UTC)}


@pytest.fixture
def persons() -> dict[str, Any]:
    return people()


@pytest.fixture
def manager(client: Client, persons: dict[str, Any]) -> Client:
    client.force_login(persons["manager"])
    return client


def screens(call: Call) -> dict[str, str]:
    here = f"/en/agency/calls/{call.pk}/"
    return {
        "list": "/en/agency/calls/",
        "one": here,
        "new": "/en/agency/calls/new/",
        "change": f"{here}change/",
        "publish": f"{here}publish/",
        "withdraw": f"{here}withdraw/",
    }


@pytest.mark.parametrize(
    ("who", "read", "act"),
    [
        ("manager", 200, 200),
        ("officer", 200, 404),
        ("finance", 200, 404),
        ("auditor", 200, 404),
        ("expert", 404, 404),
        ("stranger", 404, 404),
    ],
)
def test_who_comes_in(client: Client, persons: dict[str, Any], who: str, read: int, act: int) -> None:
    client.force_login(persons[who])
    met = {name: client.get(path).status_code for name, path in screens(a_call(CallState.DRAFT, **COMING)).items()}
    assert met == {"list": read, "one": read, "new": act, "change": act, "publish": act, "withdraw": act}


@pytest.mark.parametrize("who", ["officer", "auditor", "stranger"])
def test_nobody_else_acts(client: Client, persons: dict[str, Any], who: str) -> None:
    client.force_login(persons[who])
    draft = a_call(CallState.DRAFT, **COMING)
    paths = screens(draft)
    met = {
        client.post(paths["new"], TYPED).status_code,
        client.post(paths["publish"], {"version": 1}).status_code,
        client.post(paths["withdraw"]).status_code,
        client.post(f"{paths['one']}files/", {"title_sv": "V", "title_en": "G", "file": pdf()}).status_code,
    }
    draft.refresh_from_db()
    assert (met, draft.state, Call.objects.count(), CallDocument.objects.count()) == ({404}, "draft", 1, 0)


def test_prepared_in_brussels_time(manager: Client) -> None:
    answer = manager.post("/en/agency/calls/new/", TYPED)
    call = Call.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/en/agency/calls/{call.pk}/")
    assert call.opens_at == datetime(YEAR, 1, 10, 11, 0, tzinfo=UTC)
    assert call.closes_at == datetime(YEAR, 7, 26, 15, 0, tzinfo=UTC)
    assert (call.envelope, call.expected, call.state) == (28_000_000, 28, "draft")


@pytest.mark.parametrize(
    "wrong",
    [
        {"closes_at": f"{YEAR}-01-10T11:59"},
        {"closes_at": "tomorrow"},
        {"closes_at": "2027-03-28T02:30"},
        {"opens_at": "2026-10-25T02:30"},
        {"envelope": "much"},
        {"book": "circus/1066"},
        {"expected": "-1"},
    ],
    ids=lambda wrong: str(*wrong.values()),
)
def test_what_was_typed_stays(manager: Client, wrong: dict[str, str]) -> None:
    answer = manager.post("/en/agency/calls/new/", TYPED | wrong)
    assert (answer.status_code, Call.objects.count()) == (422, 0)
    assert ("This has to be put right" in answer.text and 'value="28"' in answer.text) or "expected" in wrong


def test_changed_and_who_was_slower_sees_both(manager: Client) -> None:
    manager.post("/en/agency/calls/new/", TYPED)
    path = f"/en/agency/calls/{Call.objects.get().pk}/change/"
    assert 'value="2' in manager.get(path).text
    assert manager.post(path, TYPED | {"version": 1, "expected": "30"}).status_code == 303
    late = manager.post(path, TYPED | {"version": 1, "expected": "31"})
    assert (late.status_code, "Somebody else has saved" in late.text, 'name="version" value="2"' in late.text) == (
        409,
        True,
        True,
    )
    assert ">:</b> 30<" in late.text.replace("Somebody else has saved", "")
    assert manager.post(path, TYPED | {"version": 2, "expected": "31"}).status_code == 303
    assert Call.objects.get().expected == 31


def test_published_as_it_was_read(manager: Client) -> None:
    draft = a_call(CallState.DRAFT, **COMING, version=2)
    path = f"/en/agency/calls/{draft.pk}/publish/"
    shown = manager.get(path).text
    assert "Everybody will read what stands here" in shown and f"26 July {YEAR} at 17:00" in shown
    stale = manager.post(path, {"version": 1})
    assert (stale.status_code, "Somebody has changed the draft" in stale.text) == (409, True)
    assert manager.post(path, {"version": 2}).status_code == 303
    assert manager.post(path, {"version": 2}).status_code == 422
    draft.refresh_from_db()
    assert draft.state == CallState.PUBLISHED and manager.get(path).status_code == 404


def test_changed_in_the_open(manager: Client) -> None:
    call = a_call(**COMING)
    path = f"/en/agency/calls/{call.pk}/amend/"
    assert manager.get(path).status_code == 200
    typed = {"version": 1, "closes_at": f"{YEAR}-07-27T17:00", "expected": "3"}
    assert manager.post(path, typed | {"reason_sv": "Därför"}).status_code == 422
    assert manager.post(path, typed | WHY).status_code == 303
    assert Amendment.objects.get().expected_after == 3
    late = manager.post(path, typed | WHY | {"expected": "4"})
    assert (late.status_code, "Because" in late.text) == (409, True)


def test_withdrawn_with_why(manager: Client) -> None:
    call = a_call(**COMING)
    path = f"/en/agency/calls/{call.pk}/withdraw/"
    assert manager.post(path, {"reason_sv": " ", "reason_en": "No"}).status_code == 422
    assert manager.post(path, WHY).status_code == 303
    assert "Because" in manager.get(f"/en/agency/calls/{call.pk}/").text
    assert "Därför" in Client().get(f"/sv/calls/{call.pk}/").text


def pdf(name: str = "guide.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "text/html")


def test_a_file_is_put_and_taken_away(manager: Client) -> None:
    draft = a_call(CallState.DRAFT, **COMING)
    here = f"/en/agency/calls/{draft.pk}/"
    wrong = manager.post(f"{here}files/", {"title_sv": "V", "title_en": "Kept title", "file": pdf(content=b"<html>")})
    assert (wrong.status_code, "not a PDF" in wrong.text, "Kept title" in wrong.text) == (422, True, True)
    assert (
        manager.post(f"{here}files/", {"title_sv": "Vägledning", "title_en": "Guide", "file": pdf()}).status_code == 303
    )
    file = CallDocument.objects.get()
    public = f"/en/calls/{draft.pk}/files/{file.pk}/"
    assert (Client().get(public).status_code, manager.get(f"{here}files/{file.pk}/").status_code) == (404, 200)
    assert "Guide</a>" in manager.get(f"{here}publish/").text
    manager.post(f"{here}publish/", {"version": 1})
    answer = Client().get(public)
    assert (answer.content, answer["Content-Type"], answer["X-Content-Type-Options"]) == (
        PDF,
        "application/pdf",
        "nosniff",
    )
    assert answer["Content-Disposition"] == 'attachment; filename="guide.pdf"'
    assert "Vägledning" in Client().get(f"/sv/calls/{draft.pk}/").text
    assert manager.post(f"{here}files/{file.pk}/remove/").status_code == 303
    assert Client().get(public).status_code == 404
    assert "<del>Guide</del>" in Client().get(f"/en/calls/{draft.pk}/").text


@pytest.mark.parametrize("rows", [1, 3])
def test_list_under_its_count(manager: Client, persons: dict[str, Any], rows: int, django_assert_num_queries) -> None:
    calls = [a_call(CallState.DRAFT, **COMING) for _ in range(rows)]
    for call in calls:
        a_question(call, persons["stranger"])
    manager.get("/en/agency/calls/")
    with django_assert_num_queries(7):
        shown = manager.get("/en/agency/calls/").text
    assert [shown.count(f"?call={call.pk}") for call in calls] == [1] * rows


@pytest.mark.parametrize("path", ["?after=nonsense", "01928a3c-5b7e-7000-8000-00000000abcd/"])
def test_no_such_page(manager: Client, path: str) -> None:
    assert manager.get(f"/en/agency/calls/{path}").status_code == 404
