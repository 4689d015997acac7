"""Saves that notice when somebody was faster. No lock is held: the condition is in the statement."""

from typing import Any

from django.db import models

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.lifecycle import Event, Lifecycle, State


class StaleSave(Refusal):
    """The row was changed since it was read; `reason` is `changed_meanwhile`. Nothing was saved."""

    def __init__(self) -> None:
        super().__init__("changed_meanwhile")


def move(row: models.Model, lifecycle: Lifecycle[State, Event], event: Event, **changes: Any) -> None:
    """Let `event` happen to `row`, which has a `state`, and set `changes` in the same statement.

    Raises WrongState if it cannot happen, StaleSave if the state is no longer that of `row`.
    """
    before = type(lifecycle.start)(row.state)  # type: ignore[attr-defined]
    _update(row, {"state": before}, {"state": lifecycle.after(before, event), **changes})


def save_over(row: models.Model, version: int, **changes: Any) -> None:
    """Set `changes` on `row` if its `version` still is the one that the person saw, and count it up.

    Raises StaleSave if it is not.
    """
    _update(row, {"version": version}, {"version": version + 1, **changes})


def _update(row: models.Model, as_read: dict[str, Any], changes: dict[str, Any]) -> None:
    found = type(row)._default_manager.filter(pk=row.pk, **as_read).update(**changes)  # noqa: SLF001 - Django's name
    if not found:
        raise StaleSave
    for name, value in changes.items():
        setattr(row, name, value)
