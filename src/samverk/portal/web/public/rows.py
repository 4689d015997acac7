"""One organisation of the front door as its row shows it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.public.forms.front_door import Mistake, Row, Typed
from samverk.portal.web.shared.naming import called
from samverk.scheme.book import Book
from samverk.scheme.values import Category, CountryStatus, Role
from samverk.scheme.words import Words

QUESTIONS = {
    "added_value": (_("The application says what it adds that the others cannot"), {"standing": "partner"}),
    "role_stated": (_("The application says what it will do"), {"role": "associated"}),
    "experience": (_("The application shows its experience in the field"), {"category": "consultancy intermediary"}),
}
"""Facts that are asked for only where they matter: the label, and where."""

DATES = {"charter_from": _("Charter valid from"), "charter_until": _("Charter valid until")}


class Question(NamedTuple):
    """A fact to answer yes or no. `when`: the attributes by which a script decides whether it is asked."""

    field: str
    label: str | Promise
    value: str
    when: SafeString
    asked: bool


class Day(NamedTuple):
    """A date field."""

    field: str
    label: str | Promise
    value: str
    wrong: str | Promise


class Shown(NamedTuple):
    """A row: its fields, what it is called, what is said of it in one line."""

    key: str
    text: Mapping[str, str]
    called: str
    facts: str
    leads: bool
    wrong: Mapping[str, str | Promise]
    asks_charter: bool
    dates: tuple[Day, ...]
    questions: tuple[Question, ...]


def shown(typed: Typed, mistakes: tuple[Mistake, ...], book: Book, words: Words) -> tuple[Shown, ...]:
    """Every row of the page."""
    return tuple(_row(row, typed.coordinator, mistakes, book, words) for row in typed.rows)


def _row(row: Row, coordinator: str, mistakes: tuple[Mistake, ...], book: Book, words: Words) -> Shown:
    suffix = f"-{row.key}"
    wrong = {m.field.removesuffix(suffix): m.message for m in mistakes if m.field.endswith(suffix)}
    text = row.text
    standing = book.statuses.get(text["country"]) or ""
    asks_charter = text["category"] == Category.HEI and text["role"] != Role.ASSOCIATED
    asks_charter = asks_charter and standing != CountryStatus.PARTNER
    return Shown(
        row.key,
        text,
        called(text["name"], text["category"], text["country"], book, words),
        " · ".join(_facts(text, book, words)),
        coordinator == row.key,
        wrong,
        asks_charter,
        tuple(Day(f"{field}{suffix}", label, text[field], wrong.get(field, "")) for field, label in DATES.items()),
        tuple(_questions(text, standing, suffix)),
    )


def _questions(text: Mapping[str, str], standing: str, suffix: str) -> Iterator[Question]:
    known = {"standing": standing, "role": text["role"], "category": text["category"]}
    for field, (label, where) in QUESTIONS.items():
        ((name, values),) = where.items()
        when = format_html('data-when-{}="{}"', name, values)
        asked = bool(known[name]) and known[name] in values.split()
        yield Question(f"{field}{suffix}", label, text[field], when, asked)


def _facts(text: Mapping[str, str], book: Book, words: Words) -> Iterator[str]:
    if text["name"]:
        yield words.country(text["country"], book) if text["country"] else gettext("country not known")
        yield words.say(f"category.{text['category']}.one") if text["category"] else gettext("kind not known")
    yield words.say(f"role.{text['role']}.one") if text["role"] else gettext("role not known")
