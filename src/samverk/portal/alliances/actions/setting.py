"""Fields that a person may set, set only if the tables can hold them and the rules can read them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError as FieldError
from django.db import models
from pydantic import ValidationError

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.saving import save_over


def set_fields(
    row: models.Model,
    version: int,
    changes: Mapping[str, Any],
    *,
    allowed: Iterable[str],
    read: Callable[[Any], object],
    refusal: type[Refusal],
) -> list[str]:
    """The names of those that were set, of those `allowed`. `read` makes facts of the row.

    Raises `refusal` with `not_a_fact`, StaleSave if the row is no longer of that version.
    """
    names = sorted(set(allowed) & set(changes))
    for name in names:
        setattr(row, name, changes[name])
    try:
        _clean(row, names)
        read(row)
    except (FieldError, ValidationError):
        raise refusal("not_a_fact") from None
    save_over(row, version, **{name: getattr(row, name) for name in names})
    return names


def _clean(row: models.Model, names: list[str]) -> None:
    """Make of what was said what the fields hold, as a date of a text. `None` is only for what may be unknown."""
    for field in (one for one in row._meta.concrete_fields if one.name in names):  # noqa: SLF001 - Django's name
        value = getattr(row, field.name)
        if (value is None and not field.null) or "\x00" in str(value):
            raise FieldError(field.name)
        if isinstance(field, models.JSONField):
            _refuse_all_but_codes(value)
        elif value not in field.empty_values:
            setattr(row, field.name, field.clean(value, row))


def _refuse_all_but_codes(value: Any) -> None:
    codes = () if value is None else value
    if not isinstance(codes, list | tuple) or not all(isinstance(code, str) and "\x00" not in code for code in codes):
        raise FieldError("codes")
