"""The life of a thing: in which state which event leads where. A table, no machine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from samverk.portal.foundation.decision import Refusal

State = TypeVar("State", bound=StrEnum)
Event = TypeVar("Event", bound=StrEnum)


class WrongState(Refusal):
    """The thing is not in a state in which this can happen; `reason` is `wrong_state`."""

    def __init__(self, state: StrEnum, event: StrEnum) -> None:
        super().__init__("wrong_state")
        self.state = state
        self.event = event


@dataclass(frozen=True, slots=True)
class Lifecycle(Generic[State, Event]):
    """`steps` maps (state, event) to the state after it; a pair that is not there cannot happen."""

    start: State
    steps: Mapping[tuple[State, Event], State]

    def allows(self, state: State, event: Event) -> bool:
        return (state, event) in self.steps

    def after(self, state: State, event: Event) -> State:
        """The state after `event`; raises WrongState if it cannot happen in `state`."""
        try:
            return self.steps[state, event]
        except KeyError:
            raise WrongState(state, event) from None

    def events(self, state: State) -> Iterator[Event]:
        """What can happen in `state`."""
        return (event for before, event in self.steps if before == state)
