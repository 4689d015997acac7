"""Texts that people write (books, cases) read strictly: every problem with its line and key."""

import json
import re
import tomllib
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong. `code` has a sentence in each language (`words/*.toml`, `problems`).

    `line` counts from 1; `None` where the format has none. `about`: the value or name the sentence speaks of.
    """

    code: str
    path: Path = ()
    line: int | None = None
    about: str = ""

    @property
    def key(self) -> str:
        """The path as a person writes it: `participants[2].country`."""
        parts = "".join(f"[{p + 1}]" if isinstance(p, int) else f".{p}" for p in self.path)
        return parts.lstrip(".")


@dataclass(frozen=True)
class DocumentError(Exception):
    """A text that cannot be read as what it should be. `name`: the file, or what stands for it."""

    name: str
    problems: tuple[Problem, ...] = field(default=())

    def __str__(self) -> str:
        return "\n".join(
            f"{self.name}:{p.line or '-'}: {p.key or '-'}: {p.code} {p.about}".rstrip() for p in self.problems
        )


def parse(text: str, name: str) -> dict[str, Any]:
    """The mapping that a TOML text (JSON if `name` ends in `.json`) holds. Raises `DocumentError`."""
    try:
        data = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: also a number too long to be one
        raise DocumentError(name, (_syntax(error, text),)) from None
    if not isinstance(data, dict):
        raise DocumentError(name, (Problem("not_a_table"),))
    return data


def read(model: type[M], text: str, name: str) -> M:
    """The text as `model`. Raises `DocumentError` with every problem, in the text's order."""
    return validate(model, parse(text, name), name, text)


def validate(model: type[M], data: object, name: str, text: str = "") -> M:
    """`data` as `model`; `text`, if given, is searched for the lines. Raises `DocumentError`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        found = [_problem(e, text) for e in error.errors(include_url=False)]
        raise DocumentError(name, tuple(sorted(found, key=lambda p: p.line or 0))) from None


def _syntax(error: Exception, text: str) -> Problem:
    """What ends too early is told of the last line."""
    line = re.search(r"line (\d+)", str(error))
    return Problem("syntax", line=int(line[1]) if line else text.rstrip().count("\n") + 1)


_CODES = {
    "extra_forbidden": "unknown_key",
    "missing": "missing",
    "enum": "not_allowed",
    "literal_error": "not_allowed",
    "string_pattern_mismatch": "wrong_form",
    "too_long": "too_many",
    "string_too_long": "too_long",
    "decimal_max_places": "cents",
}


def _problem(error: ErrorDetails, text: str) -> Problem:
    kind, path = error["type"], tuple(error["loc"])
    code, about = _CODES.get(kind, "wrong_value"), _shown(error.get("input"))
    if kind == "value_error":
        code, _, about = str(error["ctx"]["error"]).partition(":")
    elif "_type" in kind or "_parsing" in kind:
        code = "wrong_type"
    elif kind == "enum":
        about = f"{about} ({error['ctx']['expected']})"
    return Problem(code, path, line_of(text, path), about)


def _shown(value: object) -> str:
    return "" if isinstance(value, dict | list) else str(value)[:80]


_TABLE = re.compile(r"^\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"^\s*([A-Za-z0-9_.\"'-]+)\s*=")


def line_of(text: str, path: Path) -> int | None:
    """The line of a TOML text where `path`, or the nearest thing that holds it, is written."""
    wanted = ".".join(str(p) for p in path) + "."
    holding = [(len(here), number) for number, here in _places(text) if wanted.startswith(here + ".")]
    return max(holding, key=lambda pair: pair[0])[1] if holding else None


def _places(text: str) -> list[tuple[int, str]]:
    """Every line that opens a table or sets a key, with its path; arrays of tables are numbered from 0."""
    found: list[tuple[int, str]] = []
    counts: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if opened := _TABLE.match(line):
            table = _table(opened[1], _plain(opened[2]), counts)
            found.append((number, table))
        elif key := _KEY.match(line):
            found.append((number, f"{table}.{_plain(key[1])}".lstrip(".")))
    return found


def _table(opening: str, name: str, counts: dict[str, int]) -> str:
    """The table's path: the number of the array's entry it opens, or stands in, written in."""
    if opening == "[[":
        counts[name] = counts.get(name, -1) + 1
    for array, count in counts.items():
        if name == array or name.startswith(array + "."):
            return f"{array}.{count}{name[len(array) :]}"
    return name


def _plain(name: str) -> str:
    return re.sub(r"[\s\"']", "", name)
