"""Long work shows how far it has come, on standard error."""

import sys
from typing import Any

import click


class Bar:
    """A bar that is moved by being told how much is done and how much there is."""

    def __init__(self, label: str) -> None:
        self._bar = click.progressbar(length=1, label=label, file=sys.stderr)

    def __enter__(self) -> "Bar":
        self._bar.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._bar.__exit__(*error)

    def __call__(self, done: int, of: int) -> None:
        self._bar.length = max(of, 1)
        self._bar.update(done - self._bar.pos)
