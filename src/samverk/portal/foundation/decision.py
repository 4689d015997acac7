"""Whether a person may do a deed, and the refusal when not."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Decision:
    """The answer of a `may_<verb>`. `reason` is a code, as `not_coordinator`; of an allowed deed it is empty."""

    reason: str = ""

    def __bool__(self) -> bool:
        return not self.reason


ALLOWED = Decision()


class Refusal(Exception):
    """A deed that was refused. Each deed has its own kind beside it, as `CannotInvite`.

    `reason` is a code; the words for it are the screens' to choose.
    """

    recorded: ClassVar[bool] = True

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotFound(Refusal):
    """There is no such thing, or not for this person: the two look alike."""

    recorded = False

    def __init__(self) -> None:
        super().__init__("not_found")


def demand(decision: Decision, refusal: type[Refusal]) -> None:
    """Raise `refusal` unless it is allowed."""
    if not decision:
        raise refusal(decision.reason)
