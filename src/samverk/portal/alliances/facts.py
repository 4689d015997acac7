"""An alliance as the rules see it, and back: the only door between its tables and the core."""

from typing import Any

from samverk.portal.alliances.models import Alliance, Control, Participant
from samverk.scheme import facts

PLAIN = ("charter", "charter_from", "charter_until", "grant")
STATED = {
    "role_stated": "role_statement",
    "added_value": "added_value_statement",
    "experience": "experience_statement",
}
"""Fact -> the text that makes it true."""

DESCRIBED = ("title", "acronym", "goals", "aims", "strands", "fields", "sectors", "duration_months", "grant")
"""What can be said of an alliance."""

OF_PARTICIPANTS = (
    "name", "country", "category", "role", *PLAIN, *STATED, "category_statement", *STATED.values(), "contribution",
    "benefit", "initiatives",
)  # fmt: skip
"""What can be said of a participant."""


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
        links=tuple(facts.Link(controller=c.controller, controlled=c.controlled) for c in alliance.controls.all()),
    )


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
