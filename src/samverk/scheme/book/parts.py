"""The parts of a book that the check does not read: scoring, money, form, life of the grant. Opened when asked for."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from samverk.scheme.book.award import Award
from samverk.scheme.book.costs import Budget, Rates
from samverk.scheme.book.form import Form
from samverk.scheme.book.grant import Grant
from samverk.scheme.book.load import ROOT, open_book, pinned, read_file, shown
from samverk.scheme.book.model import Book, Versioned
from samverk.scheme.document import DocumentError, Problem

V = TypeVar("V", bound=Versioned)


class Parts(NamedTuple):
    """What a call pins beside its rules; `None` where it pins none."""

    award: Award | None
    budget: Budget | None
    form: Form | None
    grant: Grant | None
    rates: Rates | None


@lru_cache
def open_parts(scheme: str, call: str, root: Path = ROOT) -> Parts:
    """The parts as the call pins them. Raises `NoSuchBook`, or `DocumentError` if a file is malformed."""
    book = open_book(scheme, call, root)
    folder = next(root.glob(f"*/{scheme}"))
    parts = Parts(
        award=_part(Award, folder / "award.toml", book),
        budget=_part(Budget, folder / "budget.toml", book),
        form=_part(Form, folder / "form.toml", book),
        grant=_part(Grant, folder / "grant.toml", book),
        rates=_rates(folder.parent / "rates", book),
    )
    if found := (*_references(book, parts), *_wordings(book, parts)):
        raise DocumentError(shown(folder), found)
    return parts


def _part(model: type[V], file: Path, book: Book) -> V | None:
    return pinned(model, file, book.terms, book.call) if file.stem in book.terms.pins else None


def _rates(folder: Path, book: Book) -> Rates | None:
    """The rates are one file a version."""
    version = book.terms.pins.get("rates")
    return read_file(Rates, folder / f"{version}.toml") if version else None


def _references(book: Book, parts: Parts) -> Iterator[Problem]:
    """Names that one part takes from another and that are not there."""
    criteria = {criterion.id for criterion in parts.award.criterion} if parts.award else set()
    if parts.budget and parts.budget.ceiling not in book.rules:
        yield Problem("rule_unknown", ("budget", "ceiling"), about=parts.budget.ceiling)
    for index, section in enumerate(parts.form.section if parts.form else ()):
        if section.criterion and section.criterion not in criteria:
            yield Problem("criterion_unknown", ("form", "section", index, "criterion"), about=section.criterion)
    for index, report in enumerate(parts.grant.report if parts.grant else ()):
        for unknown in set(report.criteria) - criteria:
            yield Problem("criterion_unknown", ("grant", "report", index, "criteria"), about=unknown)


def _wordings(book: Book, parts: Parts) -> Iterator[Problem]:
    """What has no words in some language, and words for what is not there."""
    for lang, texts in book.texts.items():
        for kind, ids in _ids(parts).items():
            worded: set[str] = set(getattr(texts, kind))
            for missing in sorted(ids - worded):
                yield Problem("text_missing", ("texts", lang, kind), about=missing)
            for unused in sorted(worded - ids):
                yield Problem("text_unused", ("texts", lang, kind, unused), about=unused)


def _ids(parts: Parts) -> dict[str, set[str]]:
    """What each part holds that needs words."""
    award, budget, form, grant, _ = parts
    found: dict[str, set[str]] = {"criteria": set(), "budget": set(), "form": set(), "grant": set()}
    if award:
        found["criteria"] = {criterion.id for criterion in award.criterion}
    if budget:
        found["budget"] = {"events", *(heading.id for heading in budget.heading), *(staff.id for staff in budget.staff)}
    if form:
        found["form"] = {*(section.id for section in form.section), *(question.id for question in form.question)}
    if grant:
        whole = {"extension", "reduction", "publicity_cut", "audit"}
        found["grant"] = {*whole, *(payment.id for payment in grant.payment), *(report.id for report in grant.report)}
    return found
