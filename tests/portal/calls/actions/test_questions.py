"""Asking, answering, publishing and taking back: who may when, who is told, and who never sees what."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.portal.calls.build import AT, a_call, a_person, a_question, people

from samverk.portal.calls import queries
from samverk.portal.calls.actions.answer_question import CannotAnswer, answer_question
from samverk.portal.calls.actions.ask_question import MOST_WAITING, CannotAsk, ask_question
from samverk.portal.calls.actions.publish_question import CannotPublishQuestion, publish_question
from samverk.portal.calls.actions.subscribe import subscribe
from samverk.portal.calls.actions.withdraw_question import withdraw_question
from samverk.portal.calls.models import Question
from samverk.portal.calls.states import CallState, QuestionState
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.saving import StaleSave
from samverk.portal.ledger.models import Entry
from samverk.portal.notices.models import Message
from samverk.portal.people.models import Person, RoleKind

pytestmark = pytest.mark.django_db

DEEDS: dict[str, Callable[[Question, Person], object]] = {
    "answer": lambda row, by: answer_question(question=row.pk, version=1, answers={"en": "Yes"}, by=by, at=AT),
    "publish": lambda row, by: publish_question(question=row.pk, version=1, wording={"en": "May we?"}, by=by, at=AT),
    "withdraw": lambda row, by: withdraw_question(question=row.pk, by=by, at=AT),
}
DONE = {("answer", "asked"), ("answer", "answered"), ("publish", "answered"), ("withdraw", "asked")}
MAY = {"answer": ("manager", "officer"), "publish": ("manager", "officer"), "withdraw": ("asker",)}
SEE = ("asker", "manager", "officer", "auditor")
REASON = {"answer": "not_answering", "publish": "not_answering", "withdraw": "not_yours"}


def everybody() -> dict[str, Person]:
    return people() | {"asker": a_person("asker"), "auditor": a_person("auditor", RoleKind.AUDITOR)}


def expected(deed: str, state: QuestionState, who: str) -> str:
    if who not in SEE and state is not QuestionState.PUBLISHED:
        return "not_found"
    if who not in MAY[deed]:
        return REASON[deed]
    return "done" if (deed, state) in DONE else "wrong_state"


@pytest.mark.parametrize(("deed", "state", "who"), [*itertools.product(DEEDS, QuestionState, (*SEE, "stranger"))])
def test_who_may_when(deed: str, state: QuestionState, who: str) -> None:
    persons = everybody()
    row = a_question(a_call(), persons["asker"], state)
    try:
        DEEDS[deed](row, persons[who])
        met = "done"
    except Refusal as refusal:
        met = refusal.reason
    assert met == expected(deed, state, who)
    assert Entry.objects.count() == (met == "done")


@pytest.mark.parametrize(
    ("facts", "given", "reason"),
    [
        ({}, {"text": "  "}, "empty"),
        ({}, {"text": "x" * 4001}, "too_long"),
        ({}, {"language": "fi"}, "unknown_language"),
        ({"closes_at": AT - timedelta(seconds=1)}, {}, "questions_over"),
        ({"questions_until": AT - timedelta(seconds=1)}, {}, "questions_over"),
        ({"state": CallState.WITHDRAWN}, {}, "questions_over"),
    ],
)
def test_not_asked(facts: dict[str, Any], given: dict[str, str], reason: str) -> None:
    call = a_call(**facts)
    with pytest.raises(CannotAsk, match=reason):
        ask_question(**{"call": call.pk, "text": "May we?", "language": "en"} | given, by=a_person("a"), at=AT)  # type: ignore[arg-type]
    assert (Question.objects.count(), Message.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_draft_cannot_be_asked_about():
    with pytest.raises(NotFound):
        ask_question(call=a_call(CallState.DRAFT).pk, text="?", language="en", by=a_person("a"), at=AT)


def test_not_without_end():
    call, asker = a_call(), a_person("asker")
    for _ in range(MOST_WAITING):
        a_question(call, asker)
    with pytest.raises(CannotAsk, match="too_many"):
        ask_question(call=call.pk, text="One more", language="en", by=asker, at=AT)
    assert ask_question(call=call.pk, text="Another's", language="en", by=a_person("other"), at=AT)


def told(kind: str) -> set[str]:
    return {message.person.name for message in Message.objects.filter(kind=kind).select_related("person")}


def test_a_question_on_its_way_and_who_is_told():
    persons, call = everybody(), a_call()
    follower = a_person("follower")
    for person in (follower, persons["asker"]):
        subscribe(call=call.pk, by=person, at=AT)
    row = ask_question(call=call.pk, text=" May Lund ask? ", language="en", by=persons["asker"], at=AT)
    assert told("question_asked") == {"manager", "officer"}
    answer_question(question=row.pk, version=1, answers={"en": "Yes", "sv": "Ja"}, by=persons["officer"], at=AT)
    assert told("question_answered") == {"asker"}
    wording = {"en": "May one ask?", "sv": "Får man fråga?"}
    publish_question(question=row.pk, version=2, wording=wording, by=persons["manager"], at=AT)
    assert told("question_answered") == {"asker", "follower"}
    row.refresh_from_db()
    assert [row.question("sv"), row.answer("sv"), row.question("en"), row.answer("en")] == [
        "Får man fråga?",
        "Ja",
        "May one ask?",
        "Yes",
    ]
    assert (row.asked, row.state, row.version) == ("May Lund ask?", "published", 3)
    assert list(Entry.objects.order_by("seq").values_list("deed", "about", "within")) == [
        (f"calls.{deed}_question", row.about, call.story) for deed in ("ask", "answer", "publish")
    ]
    assert "Lund" not in str([*Entry.objects.values_list("facts", flat=True)])


def test_each_is_told_in_the_own_language():
    persons, call = everybody(), a_call()
    Person.objects.filter(name="officer").update(language="sv")
    Person.objects.filter(name="manager").update(language="en")
    ask_question(call=call.pk, text="?", language="en", by=persons["asker"], at=AT)
    named = {message.person.name: message.facts["call"] for message in Message.objects.select_related("person")}
    assert named == {"manager": "Knowledge Alliances 2020", "officer": "Kunskapsallianser 2020"}


def test_who_erased_the_account_is_not_told():
    persons = everybody()
    row = a_question(a_call(), persons["asker"])
    Person.objects.filter(name="asker").update(email=None, name="", is_active=False, erased_at=AT)
    answer_question(question=row.pk, version=1, answers={"en": "Yes"}, by=persons["manager"], at=AT)
    assert told("question_answered") == set()


@pytest.mark.parametrize(
    ("answers", "reason"), [({"sv": "Ja"}, "empty"), ({}, "empty"), ({"en": "x" * 8001}, "too_long")]
)
def test_no_answer(answers: dict[str, str], reason: str) -> None:
    persons = everybody()
    row = a_question(a_call(), persons["asker"])
    with pytest.raises(CannotAnswer, match=reason):
        answer_question(question=row.pk, version=1, answers=answers, by=persons["manager"], at=AT)
    row.refresh_from_db()
    assert (row.state, row.answer_en, row.answer_sv) == ("asked", "", "")


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ({}, "half_a_language"),
        ({"en": "May we?", "sv": "Får vi?"}, "half_a_language"),
        ({"en": "x" * 4001}, "too_long"),
    ],
)
def test_not_published(wording: dict[str, str], reason: str) -> None:
    persons = everybody()
    row = a_question(a_call(), persons["asker"], QuestionState.ANSWERED)
    with pytest.raises(CannotPublishQuestion, match=reason):
        publish_question(question=row.pk, version=1, wording=wording, by=persons["manager"], at=AT)
    row.refresh_from_db()
    assert (row.state, row.published_at, row.searched) == ("answered", None, "")


def test_somebody_was_faster():
    persons = everybody()
    row = a_question(a_call(), persons["asker"], QuestionState.ANSWERED, version=2)
    with pytest.raises(StaleSave):
        answer_question(question=row.pk, version=1, answers={"en": "No"}, by=persons["manager"], at=AT)
    with pytest.raises(StaleSave):
        publish_question(question=row.pk, version=1, wording={"en": "May we?"}, by=persons["manager"], at=AT)


@pytest.mark.parametrize("state", QuestionState)
def test_only_what_is_published_is_anybodys(state: QuestionState) -> None:
    persons, call = everybody(), a_call()
    row = a_question(call, persons["asker"], state)
    public = [row] if state is QuestionState.PUBLISHED else []
    assert queries.published_questions(call).rows == public
    assert queries.published_questions(call, text="LUND").rows == []
    assert queries.published_questions(call, text="University ALL").rows == public
    assert queries.news([call])[1] == public
    assert queries.own_questions(call, persons["asker"]) == [row]
    assert queries.own_questions(call, persons["stranger"]) == []
    with pytest.raises(NotFound):
        queries.question(row.pk, persons["asker"])
    with pytest.raises(NotFound):
        queries.questions(persons["stranger"])
    auditor = persons["auditor"]
    assert queries.questions(auditor).rows == queries.questions(auditor, call=call).rows == [row]
    assert queries.questions(auditor, call=a_call()).rows == []
    assert queries.questions(auditor, only_waiting=True).rows == ([row] if state is QuestionState.ASKED else [])
    assert queries.waiting([call]) == ({call.pk: 1} if state is QuestionState.ASKED else {})


@pytest.mark.parametrize("rows", [1, 3])
def test_search_in_one_query(rows: int, django_assert_num_queries) -> None:
    call, asker = a_call(), a_person("asker")
    for _ in range(rows):
        a_question(call, asker, QuestionState.PUBLISHED)
    with django_assert_num_queries(1):
        found = queries.published_questions(call, text="UNIVERSITY may").rows
    assert len(found) == rows


def test_search_folds_letters_of_every_language():
    call = a_call()
    row = a_question(call, a_person("asker"), QuestionState.PUBLISHED, searched="får åbo söka?")
    assert queries.published_questions(call, text="ÅBO").rows == [row]
    assert queries.published_questions(call, text="%").rows == []


def test_pages_the_newest_in_front():
    call, asker = a_call(), a_person("asker")
    rows = [
        a_question(call, asker, QuestionState.PUBLISHED, published_at=AT + timedelta(hours=hour)) for hour in (1, 3, 2)
    ]
    first = queries.published_questions(call, size=2)
    assert first.rows == [rows[1], rows[2]]
    assert queries.published_questions(call, size=2, after=first.after).rows == [rows[0]]
