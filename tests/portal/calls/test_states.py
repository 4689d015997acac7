"""The life of a call: every pair of state and event."""

import pytest

from samverk.portal.calls.states import CALL, CallEvent, CallState
from samverk.portal.foundation.lifecycle import WrongState

AFTER = {
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


def test_every_pair_is_told_here():
    assert set(AFTER) == {(state, event) for state in CallState for event in CallEvent}


@pytest.mark.parametrize(("pair", "after"), AFTER.items(), ids=map("-".join, AFTER))
def test_what_follows(pair: tuple[str, str], after: str | None) -> None:
    state, event = CallState(pair[0]), CallEvent(pair[1])
    if after:
        assert CALL.after(state, event) == after
    else:
        with pytest.raises(WrongState):
            CALL.after(state, event)
