"""Lifecycles: a table, and nothing else happens."""

from enum import StrEnum
from itertools import product

import pytest

from samverk.portal.foundation.lifecycle import Lifecycle, WrongState


class Door(StrEnum):
    OPEN = "open"
    SHUT = "shut"


class Deed(StrEnum):
    SHUT = "shut"
    OPEN = "open"


DOOR = Lifecycle(Door.OPEN, {(Door.OPEN, Deed.SHUT): Door.SHUT, (Door.SHUT, Deed.OPEN): Door.OPEN})


@pytest.mark.parametrize(("state", "event"), list(product(Door, Deed)))
def test_what_is_in_the_table_happens_and_the_rest_is_refused(state: Door, event: Deed) -> None:
    possible = state.value != event.value
    assert DOOR.allows(state, event) is possible
    assert (event in DOOR.events(state)) is possible
    if possible:
        assert DOOR.after(state, event) == event.value
    else:
        with pytest.raises(WrongState) as refusal:
            DOOR.after(state, event)
        assert (refusal.value.reason, refusal.value.state, refusal.value.event) == ("wrong_state", state, event)
