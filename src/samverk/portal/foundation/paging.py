"""Pages of a list that are as quick at the end as at the beginning: each begins after the last row of the one before.

The mark of a page is the values of the ordering fields of its last row; the last of these fields is unique.
"""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core.exceptions import FieldError, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

Row = TypeVar("Row", bound=models.Model)


class BadMark(ValueError):
    """No mark of a page of this list."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    """`after` is the mark with which the next page is asked for; empty on the last page."""

    rows: Sequence[Row]
    after: str


def page(rows: models.QuerySet[Row], *, by: Sequence[str], after: str = "", size: int = 50) -> Page[Row]:
    """The `size` rows after the mark. `by`: fields, with `-` for falling, the last one unique and none of them null.

    Raises BadMark if `after` is not a mark that such a page gave.
    """
    try:
        if after:
            rows = rows.filter(_beyond(by, _read(after, len(by))))
        found = list(rows.order_by(*by)[: size + 1])
    except (FieldError, ValidationError, ValueError, OverflowError, TypeError) as error:
        raise BadMark(after) from error
    more = len(found) > size
    return Page(found[:size], _mark(found[size - 1], by) if more else "")


def _beyond(by: Sequence[str], values: Sequence[Any]) -> Q:
    """(a, b) > (x, y), written out: a > x, or a = x and b > y; and a >= x, which an index can begin at."""
    beyond, same = Q(pk__in=[]), Q()
    for field, value in zip(by, values, strict=True):
        beyond |= same & _side(field, value, "lt", "gt")
        same &= Q(**{field.removeprefix("-"): value})
    return _side(by[0], values[0], "lte", "gte") & beyond


def _side(field: str, value: Any, falling: str, rising: str) -> Q:
    comparison = falling if field.startswith("-") else rising
    return Q(**{f"{field.removeprefix('-')}__{comparison}": value})


def _mark(row: models.Model, by: Sequence[str]) -> str:
    values = json.dumps([getattr(row, field.removeprefix("-")) for field in by], cls=ExactTimes)
    return base64.urlsafe_b64encode(values.encode()).decode().rstrip("=")


def _read(mark: str, length: int) -> list[Any]:
    try:
        values = json.loads(base64.urlsafe_b64decode(mark + "=" * (-len(mark) % 4)))
    except (ValueError, binascii.Error, RecursionError) as error:
        raise BadMark(mark) from error
    if not isinstance(values, list) or len(values) != length:
        raise BadMark(mark)
    if not all(isinstance(value, str | int | float) for value in values):
        raise BadMark(mark)
    return values


class ExactTimes(DjangoJSONEncoder):
    """Django's cuts instants to milliseconds, and then the row of the mark would come again."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)
