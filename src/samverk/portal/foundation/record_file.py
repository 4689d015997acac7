"""Records from outside: JSON objects, one after the other or in one array."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samverk.portal.foundation.files import Unreadable, chunks

CHUNK = 256 * 1024
LONGEST = 5_000_000
"""Characters of one record; the longest of the registers that we read has some hundred thousand."""

_BETWEEN = " \t\r\n,[]"
_DECODE = json.JSONDecoder().raw_decode


def read_records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each object with its number, from 1; only as much is held as one record takes. Raises `Unreadable`."""
    number, rest = 0, ""
    for chunk in chunks(path, CHUNK):
        values, rest = _whole_values(rest + chunk)
        for number, value in enumerate(values, number + 1):  # noqa: B020 - goes on counting
            if not isinstance(value, dict):
                raise Unreadable("not_a_record", path, row=number, about=type(value).__name__)
            yield number, value
        if len(rest) > LONGEST:
            break
    if rest.strip(_BETWEEN):
        raise Unreadable("not_json", path, row=number + 1)
    if not number:
        raise Unreadable("empty", path)


def _whole_values(text: str) -> tuple[list[Any], str]:
    """The values that end within the text, and what is left."""
    values: list[Any] = []
    start = 0
    while start < len(text):
        if text[start] in _BETWEEN:
            start += 1
            continue
        try:
            value, start = _DECODE(text, start)
        except (ValueError, RecursionError):
            break
        values.append(value)
    return values, text[start:]
