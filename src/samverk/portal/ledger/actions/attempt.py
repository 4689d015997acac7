"""A deed as somebody tries it: what is refused goes on record."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.refused import refused

Result = TypeVar("Result")


class Somebody(Protocol):
    """Whoever does it; `pk` is what the ledger calls them."""

    @property
    def pk(self) -> UUID: ...


def attempt(
    action: Callable[..., Result], *, about: str, by: Somebody, at: datetime, given: dict[str, object]
) -> Result:
    """Call an action with what it is `given`. `about`: what a refusal is recorded of, as `alliance:…`.

    Raises the action's Refusal, which is on record then, but for NotFound, which leaves no trace.
    """
    try:
        return action(**given, by=by, at=at)
    except Refusal as refusal:
        deed = f"{action.__module__.split('.')[2]}.{action.__name__}"
        refused(refusal, deed=deed, about=about, by=by.pk, at=at)
        raise
