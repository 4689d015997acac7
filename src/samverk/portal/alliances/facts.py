"""An alliance as the rules see it, and back: the only door between its tables and the core."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from samverk.portal.alliances.models import Alliance, Control, Participant
from samverk.portal.calls.facts import book as book_of_call
from samverk.portal.organisations.queries import controls_between
from samverk.scheme import facts
from samverk.scheme.book import Book, open_book
from samverk.scheme.values import Category, CountryStatus, Role

MOST_LINKS = 4 * facts.MOST_PARTICIPANTS

PLAIN = ("charter", "charter_from", "charter_until", "grant")
STATED = {
    "role_stated": "role_statement",
    "added_value": "added_value_statement",
    "experience": "experience_statement",
}
"""Fact -> the text that makes it true."""

DESCRIBED_BY_ALL = ("name", "country", "category", "role", "contribution", "benefit")
"""Every participant says so much of itself (S5, S10)."""

DESCRIBED = ("title", "acronym", "goals", "aims", "strands", "fields", "sectors", "duration_months", "grant")
"""What can be said of an alliance."""

OF_PARTICIPANTS = (
    "name", "country", "category", "role", *PLAIN, *STATED, "category_statement", *STATED.values(), "contribution",
    "benefit", "initiatives",
)  # fmt: skip
"""What can be said of a participant."""


def book(alliance: Alliance) -> Book:
    """The rules that judge it: those of the call that it answers, which closes by its own clock (S20)."""
    return book_of_call(alliance.answers) if alliance.answers else open_book(alliance.scheme, alliance.call)


def undescribed(row: Participant, rules: Book) -> tuple[str, ...]:
    """The fields of a participant that say what it is and does, and that stand empty though they are asked of it."""
    asked = (*DESCRIBED_BY_ALL, *(field for field, applies in _ASKED_OF_SOME.items() if applies(row, rules)))
    return tuple(field for field in asked if getattr(row, field) in {"", None})


_ASKED_OF_SOME: dict[str, Callable[[Participant, Book], bool]] = {
    "role_statement": lambda row, _rules: row.role == Role.ASSOCIATED,
    "experience_statement": lambda row, _rules: row.category in {Category.CONSULTANCY, Category.INTERMEDIARY},
    "added_value_statement": lambda row, rules: rules.statuses.get(row.country) is CountryStatus.PARTNER,
}
"""Field -> of whom it is asked (S11, S7, S8)."""


def case(alliance: Alliance) -> facts.Case:
    """The case of an alliance whose participants and controls are at hand; those who left or declined are not in it."""
    return facts.Case(
        scheme=alliance.scheme,
        call=alliance.call,
        title=alliance.title,
        project=facts.Project(
            duration_months=alliance.duration_months,
            grant=alliance.grant,
            aims=None if alliance.aims is None else tuple(alliance.aims),
        ),
        participants=tuple(participant(row) for row in alliance.participants.all() if row.counted),
        links=tuple(_links(alliance)),
    )


def _links(alliance: Alliance) -> Iterator[facts.Link]:
    """Those that were declared here, then those that the registry has between participants, as many as a case holds.

    The registry is asked if at least two of them are in it.
    """
    keys = {row.organisation_id: row.key for row in alliance.participants.all() if row.counted and row.organisation_id}
    known = controls_between(keys) if len(keys) > 1 else []
    here = ((link.controller, link.controlled) for link in alliance.controls.all())
    ends = dict.fromkeys((*here, *((keys[a], keys[b]) for a, b in known)))
    for controller, controlled in islice(ends, MOST_LINKS):
        yield facts.Link(controller=controller, controlled=controlled)


def participant(row: Participant) -> facts.Participant:
    """The facts of one participant. Only `True` is told of the coordinator: nobody was asked who is not."""
    return facts.Participant(
        id=row.key,
        name=row.name,
        country=row.country or None,
        category=row.category or None,
        role=row.role or None,
        coordinator=row.coordinator or None,
        **{name: getattr(row, name) for name in PLAIN},
        **{fact: True if getattr(row, text) else getattr(row, fact) for fact, text in STATED.items()},
    )


def alliance_fields(given: facts.Case) -> dict[str, Any]:
    """What a case says of the alliance itself, as fields of its row."""
    project = given.project
    return {
        "scheme": given.scheme,
        "call": given.call,
        "title": given.title,
        "duration_months": project.duration_months,
        "grant": project.grant,
        "aims": None if project.aims is None else list(project.aims),
    }


def participant_fields(given: facts.Participant) -> dict[str, Any]:
    """What a case says of a participant, as fields of its row."""
    return {
        "key": given.id,
        "name": given.name,
        "country": given.country or "",
        "category": given.category or "",
        "role": given.role or "",
        "coordinator": bool(given.coordinator),
        **{name: getattr(given, name) for name in (*PLAIN, *STATED)},
    }


def controls(alliance: Alliance, given: facts.Case) -> list[Control]:
    """The control links of a case, each once."""
    ends = dict.fromkeys((link.controller, link.controlled) for link in given.links)
    return [Control(alliance=alliance, controller=a, controlled=b) for a, b in ends]
