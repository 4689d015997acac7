"""The agency answers: to the asker first, then for everybody in words that give nothing away."""

from typing import Any

import pytest
from django.test import Client
from tests.portal.calls.build import a_call, a_question

from samverk.portal.calls.models import Question
from samverk.portal.calls.states import QuestionState

from .people import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def persons() -> dict[str, Any]:
    return people()


@pytest.fixture
def row(persons: dict[str, Any]) -> Question:
    return a_question(a_call(), persons["stranger"])


def address(row: Question, deed: str = "") -> str:
    return f"/en/agency/questions/{row.pk}/{deed}"


READ = {"manager": 200, "officer": 200, "finance": 200, "auditor": 200, "expert": 404, "stranger": 404}


@pytest.mark.parametrize("who", READ)
def test_who_reads_and_who_answers(client: Client, persons: dict[str, Any], row: Question, who: str) -> None:
    client.force_login(persons[who])
    paths = (address(row), "/en/agency/questions/", f"/en/agency/questions/?call={row.call_id}&all")
    assert [client.get(path).status_code for path in paths] == [READ[who]] * 3
    acts = who in ("manager", "officer")
    assert client.post(address(row), {"version": 1, "en": "Yes"}).status_code == (303 if acts else 404)
    row.refresh_from_db()
    assert row.state == ("answered" if acts else "asked")
    typed = {"version": 2, "en": "May one?"}
    assert client.post(address(row, "publish/"), typed).status_code == (303 if acts else 404)
    row.refresh_from_db()
    assert row.state == ("published" if acts else "asked")


def test_who_asked_is_not_told(client: Client, persons: dict[str, Any], row: Question) -> None:
    client.force_login(persons["officer"])
    for path in (address(row), "/en/agency/questions/?all"):
        shown = client.get(path).text
        assert "May Lund ask?" in shown and "Stranger" not in shown and "stranger@" not in shown


def test_the_wording_is_offered_and_the_private_one_never_published(
    client: Client, persons: dict[str, Any], row: Question
) -> None:
    client.force_login(persons["officer"])
    client.post(address(row), {"version": 1, "en": "Yes", "sv": "Ja"})
    assert "May Lund ask?</textarea>" in client.get(address(row, "publish/")).text
    half = client.post(address(row, "publish/"), {"version": 2, "en": "May one?"})
    assert (half.status_code, "May one?" in half.text) == (422, True)
    client.post(address(row, "publish/"), {"version": 2, "en": "May one?", "sv": "Får man?"})
    for path in (f"/en/calls/{row.call_id}/", f"/en/calls/{row.call_id}/questions/", "/en/calls/feed.atom"):
        shown = Client().get(path).text
        assert "May one?" in shown and "Lund" not in shown and "Stranger" not in shown
    assert client.get(address(row, "publish/")).status_code == 404


def test_who_was_slower_sees_both(client: Client, persons: dict[str, Any], row: Question) -> None:
    client.force_login(persons["officer"])
    client.post(address(row), {"version": 1, "en": "Their answer"})
    late = client.post(address(row), {"version": 1, "en": "My answer"})
    assert late.status_code == 409
    assert [text in late.text for text in ("Their answer", "My answer", 'name="version" value="2"')] == [True] * 3


def test_an_empty_answer_is_none(client: Client, persons: dict[str, Any], row: Question) -> None:
    client.force_login(persons["officer"])
    answer = client.post(address(row), {"version": 1, "sv": "Bara svenska"})
    assert (answer.status_code, "Bara svenska" in answer.text) == (422, True)


@pytest.mark.parametrize("rows", [1, 3])
def test_list_under_its_count(client: Client, persons: dict[str, Any], rows: int, django_assert_num_queries) -> None:
    client.force_login(persons["officer"])
    questions = [a_question(a_call(), persons["stranger"], state) for state in [*QuestionState][:rows]]
    client.get("/en/agency/questions/?all")
    with django_assert_num_queries(6):
        shown = client.get("/en/agency/questions/?all").text
    assert [str(question.pk) in shown for question in questions] == [True] * rows
    assert str(questions[-1].pk) not in client.get("/en/agency/questions/").text or rows == 1


@pytest.mark.parametrize(
    "path",
    [
        "?after=nonsense",
        "?call=nonsense",
        "?call=01928a3c-5b7e-7000-8000-00000000abcd",
        "01928a3c-5b7e-7000-8000-00000000abcd/",
    ],
)
def test_no_such_page(client: Client, persons: dict[str, Any], path: str) -> None:
    client.force_login(persons["officer"])
    assert client.get(f"/en/agency/questions/{path}").status_code == 404
