"""Small alliances for tests, said in few words."""

from typing import Any

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case, Link, Participant, Project
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Verdict

ALLIANCE = (
    {"id": "uni", "category": "hei", "country": "SE", "coordinator": True},
    {"id": "college", "category": "hei", "country": "FI"},
    {"id": "works", "category": "enterprise", "country": "DE"},
    {"id": "lab", "category": "enterprise", "country": "SE"},
    {"id": "institute", "category": "research", "country": "FI"},
    {"id": "town", "category": "public", "country": "DE"},
)
"""Exactly the minimum of a Knowledge Alliance: nothing can be taken away."""


def participant(**facts: Any) -> Participant:
    """A full partner, with its Charter if it is a university, unless said otherwise."""
    usual = {"role": "full", "charter": True if facts.get("category") == "hei" else None}
    return Participant.model_validate(usual | facts)


def alliance(*extra: dict[str, Any], **changes: dict[str, Any] | None) -> Case:
    """The smallest eligible alliance; `changes` by participant id (`None`: leaves), `extra` ones come on top."""
    kept = [p | (changes.get(p["id"], {}) or {}) for p in ALLIANCE if changes.get(p["id"], {}) is not None]
    return case(*kept, *extra)


def case(*participants: dict[str, Any], links: tuple[tuple[str, str], ...] = (), call: str = "2020") -> Case:
    """A case with everything else as it should be."""
    return Case(
        scheme="knowledge-alliances",
        call=call,
        project=Project(duration_months=24, grant=700_000, aims=("teaching",)),
        participants=tuple(participant(**p) for p in participants),
        links=tuple(Link(controller=a, controlled=b) for a, b in links),
    )


def with_links(case: Case, *links: tuple[str, str]) -> Case:
    """The case with control declared: (controller, controlled)."""
    return case.model_copy(update={"links": tuple(Link(controller=a, controlled=b) for a, b in links)})


def with_project(case: Case, **facts: Any) -> Case:
    """The case with other facts of the project."""
    project = Project.model_validate(case.project.model_dump() | facts)
    return case.model_copy(update={"project": project})


def judged(case: Case) -> Verdict:
    """The verdict by the book of the case's own call."""
    return check(case, open_book(case.scheme, case.call))


def broken(case: Case) -> set[str]:
    """The rules that are not met."""
    return {rule for rule, outcome in judged(case).outcomes().items() if outcome is Outcome.NOT_MET}


def unknown(case: Case) -> set[str]:
    """The rules that hang on missing facts."""
    return {rule for rule, outcome in judged(case).outcomes().items() if outcome is Outcome.UNKNOWN}
