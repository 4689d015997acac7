"""What a person says of an organisation, made what its fields hold."""

import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from samverk.portal.organisations.models import Organisation

DESCRIBED = (
    "description_sv", "description_en", "fields", "sectors", "size", "legal_type", "kind", "city", "website",
)  # fmt: skip
"""What its members can say of it."""

LISTED = frozenset({"kind", "city", "website"})
"""Of these, what published lists tell too."""

LONGEST = 4000
"""Characters of a description."""

MOST_CODES = 30

CODES = {"fields": re.compile(r"\d{2,4}"), "sectors": re.compile(r"[A-U]|\d{2}(\.\d{1,2})?")}
"""ISCED-F 2013: fields of each level; NACE 2: sections, divisions, groups and classes."""


class NotAFact(ValueError):
    """One of the values is none that its field can hold."""


def cleaned(changes: Mapping[str, Any]) -> dict[str, Any]:
    """Of `changes` what is in DESCRIBED, as the table holds it. Raises NotAFact."""
    return {name: _cleaned(name, changes[name]) for name in DESCRIBED if name in changes}


def codes(value: Any, form: re.Pattern[str]) -> list[str]:
    """Codes of a classification, each once and in order. Raises NotAFact."""
    if not isinstance(value, list | tuple) or len(value) > MOST_CODES:
        raise NotAFact
    if not all(isinstance(code, str) and form.fullmatch(code) for code in value):
        raise NotAFact
    return sorted(set(value))


def prose(value: Any) -> str:
    """A text as it was written, without the white around it. Raises NotAFact."""
    if not isinstance(value, str) or "\x00" in value:
        raise NotAFact
    return value.replace("\r\n", "\n").strip()


def _cleaned(name: str, value: Any) -> Any:
    if name in CODES:
        return codes(value, CODES[name])
    text = prose(value)
    field = Organisation._meta.get_field(name)  # noqa: SLF001 - Django's name
    assert isinstance(field, models.Field)  # noqa: S101 - for the types: no relation is in DESCRIBED
    try:
        return field.clean(text, None) if text else ""
    except ValidationError:
        raise NotAFact from None
