"""What the rules say of an alliance."""

from typing import Any

from django.utils.translation import get_language
from ninja import Schema

from samverk.scheme.book import Book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.guide import explain, summary
from samverk.scheme.verdict import Finding


class SourceTold(Schema):
    """Where a rule is written. An empty `place`: all of it."""

    title: str
    place: str
    where: str


class FindingTold(Schema):
    """One rule's answer. `counted`: names; `left_out`, `missing`, `linked`, `next_steps`: sentences."""

    rule: str
    title: str
    outcome: str
    weight: str
    headline: str
    counted: list[str]
    left_out: list[str]
    missing: list[str]
    linked: list[str]
    short_of: str
    next_steps: list[str]
    clause: str
    sources: list[SourceTold]


class VerdictTold(Schema):
    """`outcome`: `met`, `not_met`, or `unknown` where facts are missing. `text` says it in a sentence or two."""

    scheme: str
    call: str
    outcome: str
    text: str
    findings: list[FindingTold]


def verdict(case: Case, book: Book) -> dict[str, Any]:
    """In the reader's language."""
    language, found = lang(), check(case, book)
    return {
        "scheme": found.scheme,
        "call": found.call,
        "outcome": found.outcome,
        "text": summary(found, book, language),
        "findings": [_told(finding, book, case, language) for finding in found.findings],
    }


def lang() -> str:
    """The reader's language: one that every book has."""
    return "sv" if (get_language() or "").startswith("sv") else "en"


def _told(finding: Finding, book: Book, case: Case, language: str) -> dict[str, Any]:
    about = explain(finding, book, case, language)
    sources = [{"title": one.title, "place": one.place, "where": one.where} for one in about.sources]
    return {name: getattr(about, name) for name in FindingTold.model_fields} | {"sources": sources}
