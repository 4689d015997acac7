"""Reads of calls: what is open to the second, and that drafts stay inside."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from tests.portal.calls.build import AT, a_call, people

from samverk.portal.calls.facts import book, title
from samverk.portal.calls.models import Call
from samverk.portal.calls.queries import call, calls, open_calls, shown, shown_calls
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import NotFound

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    "closes_at",
    [
        datetime(2027, 3, 28, 0, 59, 59, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2026, 11, 25, 16, 0, tzinfo=UTC),
    ],
    ids=["last second before summer", "02:30 of summer", "02:30 of winter", "17:00"],
)
def test_open_to_the_second(closes_at: datetime) -> None:
    row = a_call(opens_at=closes_at - timedelta(days=30), closes_at=closes_at)
    for at, standing in [
        (row.opens_at - SECOND, "coming"),
        (row.opens_at, "open"),
        (closes_at, "open"),
        (closes_at + SECOND, "closed"),
    ]:
        assert row.standing(at) == standing
        assert (open_calls(at) == [row], row.is_open(at)) == (standing == "open", standing == "open")
    assert book(row).terms.deadline.instant.astimezone(UTC) == closes_at


def seen_by_everybody(row: Call) -> tuple[bool, bool, bool, bool]:
    def finds(read: object) -> bool:
        try:
            return bool(read(row.pk))  # type: ignore[operator]
        except NotFound:
            return False

    return finds(call), finds(shown), row in open_calls(AT), row in shown_calls().rows


@pytest.mark.parametrize(
    ("state", "facts", "seen"),
    [
        (CallState.DRAFT, {}, (False, False, False, False)),
        (CallState.PUBLISHED, {}, (True, True, True, True)),
        (CallState.WITHDRAWN, {}, (False, True, False, True)),
        (CallState.WITHDRAWN, {"published_at": None}, (False, False, False, False)),
    ],
    ids=["draft", "published", "withdrawn", "withdrawn as a draft"],
)
def test_who_sees_what(state: CallState, facts: dict, seen: tuple[bool, ...]) -> None:
    row = a_call(state, **facts)
    assert seen_by_everybody(row) == seen
    inside = {name: row in calls(person).rows for name, person in people().items()}
    assert inside == {"manager": True, "officer": True, "stranger": seen[3]}


def test_nothing():
    with pytest.raises(NotFound):
        call(uuid4())


def test_pages_the_last_to_close_in_front():
    rows = [a_call(closes_at=AT + timedelta(days=day)) for day in (1, 3, 2)]
    first = shown_calls(size=2)
    assert first.rows == [rows[1], rows[2]]
    assert shown_calls(size=2, after=first.after).rows == [rows[0]]


def test_named_as_the_book_names_it():
    assert title(a_call(), "en") == "Knowledge Alliances"
