"""What somebody else saved meanwhile, beside what the person typed: neither is lost."""

from typing import Any, NamedTuple

from django import forms
from django.db import models
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext

from samverk.portal.web.shared.books import language
from samverk.scheme.words import words


class Field(NamedTuple):
    """`saved`: what somebody else saved meanwhile, as it is read; none if nobody did."""

    typed: BoundField
    saved: str | None = None


def fields(form: forms.Form, row: models.Model, names: tuple[str, ...], *, conflict: bool) -> dict[str, Field]:
    """The fields by name. In a `conflict`, beside each what is saved where it is not what was typed."""
    return {name: Field(form[name], _other(form, row, name) if conflict else None) for name in names}


def over_what_is_shown(form: forms.Form, version: int) -> None:
    """The next save is over what is shown now."""
    data = form.data.copy() if isinstance(form.data, QueryDict) else dict(form.data)
    data["version"] = str(version)
    form.data = data


def _other(form: forms.Form, row: models.Model, name: str) -> str | None:
    saved = getattr(row, name)
    if saved == form.changes[name]:  # type: ignore[attr-defined]
        return None
    return _read(saved, dict(getattr(form.fields[name], "choices", ())))


def _read(saved: Any, choices: dict[Any, Any]) -> str:
    """As people read it: choices by their labels, numbers as the language writes them."""
    if isinstance(saved, list):
        return ", ".join(str(choices.get(code, code)) for code in saved)
    if isinstance(saved, bool):
        return gettext("Yes") if saved else gettext("No")
    if saved is None:
        return ""
    return str(choices.get(saved, saved)) if choices or isinstance(saved, str) else _number(saved)


def _number(saved: Any) -> str:
    return words(language()).number(saved) if not hasattr(saved, "isoformat") else saved.isoformat()
