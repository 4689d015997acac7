"""A verdict as a tagged PDF."""

from dataclasses import asdict, dataclass
from pathlib import Path

from samverk.portal.foundation.typesetting import typeset

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Line:
    """One organisation: name, country, category and role in the reader's words."""

    name: str
    country: str
    category: str
    role: str


@dataclass(frozen=True)
class Judged:
    """One rule: its heading, `outcome` (`met`, `not_met`, …), the outcome's word, and what to say of it."""

    title: str
    outcome: str
    word: str
    headline: str
    details: tuple[str, ...] = ()
    clause: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Words:
    """The headings, in the reader's language."""

    organisations: str
    name: str
    country: str
    category: str
    role: str
    rules: str
    source: str


@dataclass(frozen=True)
class Report:
    """Everything on the pages, worded. `title` is not empty. `facts`: label and value. `link`: where the case lives."""

    lang: str
    title: str
    heading: str
    summary: str
    outcome: str
    facts: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    judged: tuple[Judged, ...]
    words: Words
    link: str = ""
    made: str = ""


def render(report: Report) -> bytes:
    """The report as PDF."""
    return typeset(HERE / "verdict.typ", asdict(report))
