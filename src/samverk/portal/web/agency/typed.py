"""What somebody typed, beside what somebody else has saved meanwhile."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.countdown import BRUSSELS
from samverk.scheme.words import words


class Field(NamedTuple):
    """`saved`: what somebody else saved, in words; none if it is what was typed."""

    typed: BoundField
    saved: str | None = None


class Outcome(NamedTuple):
    """What is told beside a form. `now`: what is saved by field, where somebody was faster."""

    status: int = 200
    mistake: str = ""
    now: Mapping[str, Any] | None = None


def not_valid(form: forms.Form) -> Outcome:
    """Of a form that was sent and cannot be read, or that has not been sent yet."""
    return Outcome(422 if form.is_bound else 200)


def refused(refusal: Refusal, saved: Mapping[str, Any]) -> Outcome:
    """`saved`: what is saved now, shown if somebody was faster."""
    status = status_of(refusal)
    return Outcome(status, words_for(refusal.reason), saved if status == 409 else None)


def status_of(refusal: Refusal) -> int:
    """Somebody was faster, or it cannot be done as asked."""
    return 409 if refusal.reason == "changed_meanwhile" else 422


def fields(form: forms.Form, now: Mapping[str, Any] | None = None) -> list[Field]:
    """The fields that are seen. With `now`, what is saved by field, `version` too: the next save is over that."""
    if now is None:
        return [Field(field) for field in form.visible_fields()]
    data = form.data.copy() if isinstance(form.data, QueryDict) else dict(form.data)
    data["version"] = str(now["version"])
    form.data = data
    return [Field(field, _other(form, field, now)) for field in form.visible_fields()]


def _other(form: forms.Form, field: BoundField, now: Mapping[str, Any]) -> str | None:
    if field.name not in now or now[field.name] == form.cleaned_data.get(field.name):
        return None
    return _told(now[field.name])


def _told(value: Any) -> str:
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value, BRUSSELS), "DATETIME_FORMAT")
    if isinstance(value, Decimal):
        return words(language()).amount(value, "EUR")
    return gettext("nothing") if value in (None, "") else str(value)
