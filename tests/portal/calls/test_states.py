"""The lives of calls and of questions: every pair of state and event."""

import pytest

from samverk.portal.calls.states import CALL, QUESTION, CallEvent, CallState, QuestionEvent, QuestionState
from samverk.portal.foundation.lifecycle import WrongState

AFTER = {
    ("draft", "change"): "draft",
    ("published", "change"): None,
    ("withdrawn", "change"): None,
    ("draft", "publish"): "published",
    ("draft", "amend"): None,
    ("draft", "withdraw"): "withdrawn",
    ("published", "publish"): None,
    ("published", "amend"): "published",
    ("published", "withdraw"): "withdrawn",
    ("withdrawn", "publish"): None,
    ("withdrawn", "amend"): None,
    ("withdrawn", "withdraw"): None,
}

QUESTION_AFTER = {
    ("asked", "answer"): "answered",
    ("asked", "publish"): None,
    ("asked", "withdraw"): "withdrawn",
    ("answered", "answer"): "answered",
    ("answered", "publish"): "published",
    ("answered", "withdraw"): None,
    ("published", "answer"): None,
    ("published", "publish"): None,
    ("published", "withdraw"): None,
    ("withdrawn", "answer"): None,
    ("withdrawn", "publish"): None,
    ("withdrawn", "withdraw"): None,
}


def test_every_pair_is_told_here():
    assert set(AFTER) == {(state, event) for state in CallState for event in CallEvent}
    assert set(QUESTION_AFTER) == {(state, event) for state in QuestionState for event in QuestionEvent}


@pytest.mark.parametrize(("pair", "after"), AFTER.items(), ids=map("-".join, AFTER))
def test_what_follows(pair: tuple[str, str], after: str | None) -> None:
    state, event = CallState(pair[0]), CallEvent(pair[1])
    if after:
        assert CALL.after(state, event) == after
    else:
        with pytest.raises(WrongState):
            CALL.after(state, event)


@pytest.mark.parametrize(("pair", "after"), QUESTION_AFTER.items(), ids=map("-".join, QUESTION_AFTER))
def test_what_follows_of_a_question(pair: tuple[str, str], after: str | None) -> None:
    state, event = QuestionState(pair[0]), QuestionEvent(pair[1])
    if after:
        assert QUESTION.after(state, event) == after
    else:
        with pytest.raises(WrongState):
            QUESTION.after(state, event)
