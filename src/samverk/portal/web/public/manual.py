"""A rulebook as pages to read: the scheme in plain words, its days and figures, where each was read, how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.http import Http404
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext

from samverk.portal.web.shared import books
from samverk.scheme.book import Book, open_book
from samverk.scheme.book.costs import Staff
from samverk.scheme.book.load import NoSuchBook
from samverk.scheme.book.parts import Parts, open_parts
from samverk.scheme.guide import Cited, Guide, cite, scheme_guide
from samverk.scheme.values import Certainty
from samverk.scheme.words import words


class Stated(NamedTuple):
    """A figure or day: what it is, what it says, where it was read. `doubt`: empty if it is confirmed."""

    label: str
    value: str
    sources: tuple[Cited, ...]
    doubt: str


class Criterion(NamedTuple):
    """An award criterion; `maximum` and `minimum` in points."""

    title: str
    text: str
    maximum: int
    minimum: int
    sources: tuple[Cited, ...]


class Rate(NamedTuple):
    """EUR per day of one kind of work, by country group 1 to 4."""

    title: str
    amounts: tuple[str, ...]


@dataclass(frozen=True)
class Manual:
    """What the two pages about a scheme show."""

    book: Book
    lang: str
    guide: Guide
    calls: tuple[books.Group, ...]
    stated: tuple[Stated, ...]
    criteria: tuple[Criterion, ...]
    total: tuple[Stated, ...]
    rates: tuple[Rate, ...]
    rates_from: tuple[Cited, ...]
    rates_assumed: bool
    sources: tuple[Cited, ...]

    @property
    def key(self) -> str:
        """Scheme and call as the list of calls names them."""
        return f"{self.book.scheme}/{self.book.call}"


def manual_or_404(scheme: str, call: str) -> Manual:
    """The pages of the book that an address names, in the reader's language."""
    try:
        return manual(scheme, call, books.language())
    except NoSuchBook:
        raise Http404 from None


@lru_cache
def manual(scheme: str, call: str, lang: str) -> Manual:
    """The pages of a book in a language, the active one. Raises `NoSuchBook`."""
    book, parts = open_book(scheme, call), open_parts(scheme, call)
    rates = parts.rates
    return Manual(
        book,
        lang,
        scheme_guide(book, lang),
        books.calls(lang),
        tuple(_stated(book, lang)),
        tuple(_criteria(book, parts, lang)),
        tuple(_total(book, parts, lang)),
        tuple(_rates(book, parts, lang)),
        cite(rates.day_rates.source, book, lang) if rates else (),
        "rates" in book.terms.assumed,
        tuple(_sources(book, lang)),
    )


def _doubt(certainty: Certainty, lang: str) -> str:
    return "" if certainty is Certainty.CONFIRMED else words(lang).say(f"certainty.{certainty}")


def _stated(book: Book, lang: str) -> Iterator[Stated]:
    terms, w = book.terms, words(lang)
    end = terms.deadline
    at = gettext("%(day)s at %(time)s, Brussels time") if end.time else gettext("%(day)s; the hour is not known")
    said = at % {"day": date_format(end.day), "time": time_format(end.time, "H:i") if end.time else ""}
    yield Stated(gettext("The call closed"), said, cite(end.source, book, lang), _doubt(end.certainty, lang))
    if starts := terms.starts:
        days = w.listed([date_format(day) for day in starts.days], "or")
        yield Stated(gettext("Projects started"), days, cite(starts.source, book, lang), _doubt(starts.certainty, lang))
    if money := terms.envelope:
        amount = w.amount(money.value, money.unit)
        yield Stated(
            gettext("Money in the call"), amount, cite(money.source, book, lang), _doubt(money.certainty, lang)
        )
    if terms.reference:
        yield Stated(gettext("Reference"), terms.reference, cite(terms.source, book, lang), "")


def _criteria(book: Book, parts: Parts, lang: str) -> Iterator[Criterion]:
    texts = book.texts[lang].criteria
    for c in parts.award.criterion if parts.award else ():
        yield Criterion(texts[c.id].title, texts[c.id].text, c.maximum, c.minimum, cite(c.source, book, lang))


def _total(book: Book, parts: Parts, lang: str) -> Iterator[Stated]:
    if award := parts.award:
        least = award.minimum
        said = gettext("%(least)s of %(most)s") % {"least": least.value, "most": award.maximum}
        yield Stated(gettext("In all"), said, cite(least.source, book, lang), _doubt(least.certainty, lang))


def _rates(book: Book, parts: Parts, lang: str) -> Iterator[Rate]:
    texts, w = book.texts[lang].budget, words(lang)
    if rates := parts.rates:
        for staff in Staff:
            amounts = (w.number(rates.day_rates.group[group][staff]) for group in sorted(rates.day_rates.group))
            yield Rate(texts[staff].title if staff in texts else staff.value, tuple(amounts))


def _sources(book: Book, lang: str) -> Iterator[Cited]:
    """Those that the rules cite, once each."""
    keys = dict.fromkeys(source.split(" ")[0] for rule in book.eligibility.rule for source in rule.source)
    return (cite((key,), book, lang)[0] for key in keys)
