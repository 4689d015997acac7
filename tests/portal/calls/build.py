"""Calls and people for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from samverk.portal.calls.models import Call, Question
from samverk.portal.calls.states import CallState, QuestionState
from samverk.portal.people.models import Person, Role, RoleKind

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PDF = b"%PDF-1.7\n%%EOF\n"


def a_person(name: str, role: RoleKind | None = None) -> Person:
    """An account, with a role or none."""
    person = Person.objects.create_user(f"{name}@example.org", name=name)
    if role:
        Role.objects.create(person=person, kind=role, since=AT)
    return person


def people() -> dict[str, Person]:
    """One of each who might knock."""
    return {
        "manager": a_person("manager", RoleKind.CALL_MANAGER),
        "officer": a_person("officer", RoleKind.OFFICER),
        "stranger": a_person("stranger"),
    }


def a_call(state: CallState = CallState.PUBLISHED, **facts: Any) -> Call:
    """One that is open at `AT` for a day more."""
    given = {
        "scheme": "knowledge-alliances",
        "edition": "2020",
        "opens_at": AT - timedelta(days=1),
        "closes_at": AT + timedelta(days=1),
        "state": state,
        "published_at": None if state is CallState.DRAFT else AT,
    }
    return Call.objects.create(**given | facts)


def a_question(call: Call, asker: Person, state: QuestionState = QuestionState.ASKED, **facts: Any) -> Question:
    """Asked in English; what it says when it is published is another text."""
    given: dict[str, Any] = {"call": call, "asker": asker, "asked_at": AT, "language": "en", "asked": "May Lund ask?"}
    if state in (QuestionState.ANSWERED, QuestionState.PUBLISHED):
        given |= {"answer_en": "Yes, all may.", "answered_at": AT}
    if state is QuestionState.PUBLISHED:
        given |= {"question_en": "May a university ask?", "published_at": AT}
        given["searched"] = "may a university ask? yes, all may."
    return Question.objects.create(**given | {"state": state} | facts)
