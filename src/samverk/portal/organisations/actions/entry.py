"""What a source says of organisations, and what came of entering it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from samverk.portal.organisations.models import Source

Progress = Callable[[int, int], None]
"""Called with the number of entries done and the number of all."""


class CannotRead(Exception):
    """A row that says too little to be entered, by the code of the reason."""


@dataclass(frozen=True, slots=True)
class Period:
    """A charter, as the source has it; both days included, open without `until`."""

    since: date
    until: date | None
    source: Source


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation; `row` is its place in the source. `names` are (text, ISO 639 or empty)."""

    row: int
    name: str
    country: str = ""
    city: str = ""
    latitude: float | None = None
    longitude: float | None = None
    kind: str = ""
    pic: str | None = None
    ror: str | None = None
    oid: str = ""
    erasmus_code: str = ""
    website: str = ""
    names: tuple[tuple[str, str], ...] = ()
    charters: tuple[Period, ...] = ()

    @property
    def all_names(self) -> tuple[str, ...]:
        return (self.name, *(text for text, _ in self.names))


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row left out: `reason` is a code, `about` the text that it was found in."""

    row: int
    reason: str
    about: str = ""


@dataclass(slots=True)
class Report:
    """What an import did. Every row is created, updated, unchanged or skipped; the renamed are updated too.

    `matched`: those on record already, by the trait they were known by. `ended`: of how many charters the
    holder is no longer in the list.
    """

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    renamed: int = 0
    ended: int = 0
    matched: Counter[str] = field(default_factory=Counter)
    skipped: list[Skipped] = field(default_factory=list)
