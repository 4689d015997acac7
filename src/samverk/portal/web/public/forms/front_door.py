"""What stands in the fields of the front door, and the case that it means.

Everything is kept as it was typed. A field that cannot be read leaves its fact unknown and says so beside itself;
the rest of the case is judged all the same.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.shared.forms.amounts import NotAnAmount, euros, shown, whole
from samverk.scheme.facts import MOST_PARTICIPANTS, Case, Link, Participant, Project
from samverk.scheme.values import Category, Role

ANSWERS = {"yes": True, "no": False}
FACTS = ("added_value", "role_stated", "experience")
DATES = ("charter_from", "charter_until")
LISTS = {"category": "|".join(Category), "role": "|".join(Role), "country": "[A-Z]{2}"}
FIELDS = ("id", "name", "country", "category", "role", "grant", "charter", *DATES, *FACTS)


class Mistake(NamedTuple):
    """A field, by its id on the page, and what to do about what stands in it."""

    field: str
    message: str | Promise


@dataclass(frozen=True)
class Row:
    """One organisation's fields. `key` tells them from those of the others on the page."""

    key: str
    text: Mapping[str, str]

    @property
    def blank(self) -> bool:
        """Nothing but defaults stands in it."""
        return not any(self.text.get(field) for field in ("name", "country", "category"))


@dataclass(frozen=True)
class Typed:
    """All fields of the page. `coordinator`: a row's key. `links`: pairs of keys of the case, not of rows."""

    scheme: str
    call: str
    title: str = ""
    duration: str = ""
    grant: str = ""
    aims: tuple[str, ...] = ()
    coordinator: str = ""
    rows: tuple[Row, ...] = ()
    links: tuple[tuple[str, str], ...] = ()

    def having(self, rows: tuple[Row, ...]) -> "Typed":
        """The same with other organisations; links to nobody are gone."""
        ids = {row.text["id"] for row in self.rows} - {row.text["id"] for row in rows}
        return replace(self, rows=rows, links=tuple(pair for pair in self.links if not ids & set(pair)))


def typed_of(case: Case) -> Typed:
    """The fields as they stand for a case."""
    project = case.project
    leading = [str(i) for i, p in enumerate(case.participants) if p.coordinator]
    return Typed(
        case.scheme,
        case.call,
        case.title,
        "" if project.duration_months is None else str(project.duration_months),
        shown(project.grant),
        project.aims or (),
        leading[0] if leading else "",
        tuple(Row(str(i), texts_of(p)) for i, p in enumerate(case.participants)),
        tuple((link.controller, link.controlled) for link in case.links),
    )


def texts_of(participant: Participant) -> dict[str, str]:
    """One organisation's fields."""
    texts = {field: _answer(getattr(participant, field)) for field in FACTS}
    dated = participant.charter is None and participant.charter_from is not None
    return texts | {
        "id": participant.id,
        "name": participant.name,
        "country": participant.country or "",
        "category": participant.category or "",
        "role": participant.role or "",
        "grant": shown(participant.grant),
        "charter": "dates" if dated else _answer(participant.charter),
        "charter_from": str(participant.charter_from or ""),
        "charter_until": str(participant.charter_until or ""),
    }


def _answer(fact: object) -> str:
    return "" if fact is None else "yes" if fact else "no"


def typed_from(post: QueryDict) -> Typed:
    """The fields as they were sent."""
    scheme, _sep, call = post.get("book", "").partition("/")
    keys = list(dict.fromkeys(post.getlist("row")))[:MOST_PARTICIPANTS]
    return Typed(
        scheme,
        call,
        post.get("title", "").strip(),
        post.get("duration", "").strip(),
        post.get("grant", "").strip(),
        tuple(post.getlist("aim")),
        post.get("coordinator", ""),
        tuple(Row(key, {field: _sent(post, field, key) for field in FIELDS}) for key in keys),
        tuple(zip(post.getlist("controller"), post.getlist("controlled"), strict=False)),
    )


def _sent(post: QueryDict, field: str, key: str) -> str:
    """A field of a row; of a list, nothing that is not in it."""
    text = post.get(f"{field}-{key}", "").strip()
    return text if field not in LISTS or re.fullmatch(LISTS[field], text) else ""


def understood(typed: Typed) -> tuple[Case, tuple[Mistake, ...]]:
    """The case that the fields mean, and what in them could not be read. Raises `ValidationError`: never typed so."""
    mistakes: list[Mistake] = []
    case = Case(
        scheme=typed.scheme,
        call=typed.call,
        title=_short("title", typed.title, mistakes),
        project=_project(typed, mistakes),
        participants=tuple(_participant(row, typed, mistakes) for row in typed.rows),
        links=tuple(Link(controller=a, controlled=b) for a, b in typed.links),
    )
    return case, tuple(mistakes)


def _project(typed: Typed, mistakes: list[Mistake]) -> Project:
    duration = None
    if typed.duration:
        try:
            duration = whole(typed.duration)
        except NotAnAmount:
            mistakes.append(Mistake("duration", _("Write the length as a number of months, for example 24.")))
    return Project(duration_months=duration, grant=_amount("grant", typed.grant, mistakes), aims=typed.aims or None)


def _participant(row: Row, typed: Typed, mistakes: list[Mistake]) -> Participant:
    return Participant(**dict(_values(row, mistakes)), coordinator=True if typed.coordinator == row.key else None)


def _values(row: Row, mistakes: list[Mistake]) -> Iterator[tuple[str, Any]]:
    text, key = row.text, row.key
    yield "id", text["id"]
    yield "name", _short(f"name-{key}", text["name"], mistakes)
    for field in ("country", "category", "role"):
        yield field, text[field] or None
    for field in (*FACTS, "charter"):
        yield field, ANSWERS.get(text[field])
    yield "grant", _amount(f"grant-{key}", text["grant"], mistakes)
    for field in DATES:
        yield field, _day(f"{field}-{key}", text[field], mistakes) if text["charter"] else None


def _amount(field: str, text: str, mistakes: list[Mistake]) -> Any:
    try:
        return euros(text) if text else None
    except NotAnAmount:
        mistakes.append(Mistake(field, _("Write the grant as a number of euros, for example 700 000.")))


def _day(field: str, text: str, mistakes: list[Mistake]) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        mistakes.append(Mistake(field, _("Write the day as year, month and day, for example 2014-03-01.")))
        return None


def _short(field: str, text: str, mistakes: list[Mistake]) -> str:
    if len(text) > 300:
        mistakes.append(Mistake(field, _("Shorten the name to 300 characters.")))
    return text[:300]


def new_row(typed: Typed, name: str, country: str, category: str, facts: Mapping[str, str] | None = None) -> Row:
    """A full partner with what is known of it, under a key and an id that no other has."""
    texts = dict.fromkeys(FIELDS, "") | {"name": name, "country": country, "category": category, "role": Role.FULL}
    keys = {int(row.key) for row in typed.rows if row.key.isdigit()}
    return Row(str(max(keys, default=-1) + 1), texts | {"id": _free_id(typed, category)} | dict(facts or {}))


def _free_id(typed: Typed, category: str) -> str:
    stem = category if category in set(Category) else "organisation"
    taken = {row.text["id"] for row in typed.rows} | {end for pair in typed.links for end in pair}
    return next(key for n in range(1, len(taken) + 2) if (key := f"{stem}-{n}") not in taken)
