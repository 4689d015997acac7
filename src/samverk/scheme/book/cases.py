"""Worked examples: an eligible alliance, what is changed in it, and what the rules must then say (cases/*.toml)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import Field

from samverk.scheme.book.load import ROOT, read_file
from samverk.scheme.book.model import Text
from samverk.scheme.document import DocumentError, Problem, validate
from samverk.scheme.facts import Case, Link
from samverk.scheme.rules import Strict
from samverk.scheme.values import Outcome

START = "start.toml"
"""The file that holds the alliance from which every example of a scheme starts."""

PROJECT = "project"
"""Stands for the project where facts are named by participant."""


class Example(Strict):
    """Changes to the alliance at the start, by participant, and the outcomes to expect.

    `unknown`: facts that are taken away. A rule that `expect` leaves out must be neither not met nor unknown.
    """

    title: Text
    call: str | None = None
    without: tuple[str, ...] = ()
    change: dict[str, dict[str, Any]] = {}
    unknown: dict[str, tuple[str, ...]] = {}
    add: tuple[dict[str, Any], ...] = ()
    project: dict[str, Any] = {}
    links: tuple[Link, ...] = ()
    expect: dict[str, Outcome] = Field(min_length=1)


class Examples(Strict):
    """The examples of one file."""

    example: tuple[Example, ...] = Field(min_length=1)


class Worked(NamedTuple):
    """One example with the facts that it comes to. `name`: its file and number."""

    name: str
    example: Example
    case: Case


def examples(scheme: str, root: Path = ROOT) -> Iterator[Worked]:
    """Every example of a scheme, in the order of the files. Raises `DocumentError`."""
    folder = next(root.glob(f"*/{scheme}/cases"))
    start = read_file(Case, folder / START)
    for file in sorted(folder.glob("*.toml")):
        if file.name != START:
            for number, example in enumerate(read_file(Examples, file).example, start=1):
                name = f"{scheme}/cases/{file.name} {number}"
                yield Worked(name, example, case_of(start, example, name))


def case_of(start: Case, example: Example, name: str) -> Case:
    """The alliance at the start with the example's changes. Raises `DocumentError`."""
    known = {participant.id for participant in start.participants} | {PROJECT}
    for key in (*example.without, *example.change, *example.unknown):
        if key not in known:
            raise DocumentError(name, (Problem("not_allowed", about=key),))
    facts = start.model_dump(exclude_none=True)
    kept = [p for p in facts["participants"] if p["id"] not in example.without]
    facts["participants"] = [*(_changed(p, p["id"], example) for p in kept), *example.add]
    facts["project"] = _changed(facts["project"] | example.project, PROJECT, example)
    facts["links"] = example.links
    facts["call"] = example.call or start.call
    return validate(Case, facts, name)


def _changed(facts: dict[str, Any], key: str, example: Example) -> dict[str, Any]:
    changed = facts | example.change.get(key, {})
    return {field: value for field, value in changed.items() if field not in example.unknown.get(key, ())}
