"""A case as a TOML file that people can read and `samverk check` reads back."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from samverk.scheme.facts import Case

_NOT_IN_NAMES = re.compile(r"[^\w]+")


def as_toml(case: Case) -> str:
    """Everything that is known, in the order of the fields."""
    data = case.model_dump(exclude_defaults=True)
    plain = {key: value for key, value in data.items() if not isinstance(value, dict | list | tuple)}
    lines = [*_pairs(plain)]
    if "project" in data:
        lines += ["", "[project]", *_pairs(data["project"])]
    for table in ("participants", "links"):
        for entry in data.get(table, ()):
            lines += ["", f"[[{table}]]", *_pairs(entry)]
    return "\n".join(lines) + "\n"


def _pairs(table: dict[str, Any]) -> Iterator[str]:
    return (f"{key} = {_value(value)}" for key, value in table.items() if value is not None)


def _value(value: object) -> str:
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | int):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}" if value == value.to_integral_value() and "." not in f"{value:f}" else f'"{value:f}"'
    # What JSON writes in a string TOML reads, but for DEL, which it wants escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def file_name(case: Case, suffix: str) -> str:
    """A name for the case's file: what stands before the colon in its title, in plain characters."""
    stem = _NOT_IN_NAMES.sub("-", case.title.partition(":")[0]).strip("-_").lower()[:60]
    return f"{stem or 'alliance'}.{suffix}"
