"""A verdict as a tagged PDF (PDF/UA-1), set by typst.

The template never changes with the data: what people wrote goes in as JSON and can only ever be text.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import typst

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
    """The report as PDF. A name in a script that the font lacks costs the PDF/UA mark, not the document."""
    try:
        return _compile(report, "ua-1")
    except typst.TypstError:
        return _compile(report, None)


def _compile(report: Report, standard: Literal["ua-1"] | None) -> bytes:
    pdf = typst.compile(
        HERE / "verdict.typ",
        root=HERE,
        sys_inputs={"report": json.dumps(asdict(report), ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=standard,
    )
    if not isinstance(pdf, bytes):
        raise TypeError("typst returned pages, not one PDF")
    return pdf
