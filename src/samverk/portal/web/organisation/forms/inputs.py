"""Fields that several forms have."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.actions.setting import MOST_CODES

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

INPUT = {"class": "ds-input"}
Label: TypeAlias = "str | _StrPromise"


def line(label: Label, longest: int, *, required: bool = False) -> forms.CharField:
    """A text in one line."""
    wrong = {"max_length": _("Write at most %(limit_value)d characters."), "required": _("Write something here.")}
    widget = forms.TextInput(INPUT)
    return forms.CharField(label=label, max_length=longest, required=required, widget=widget, error_messages=wrong)


def prose(label: Label, longest: int) -> forms.CharField:
    """A text in several lines, which may be left empty."""
    wrong = {"max_length": _("Write at most %(limit_value)d characters.")}
    widget = forms.Textarea({**INPUT, "rows": 5})
    return forms.CharField(label=label, max_length=longest, required=False, widget=widget, error_messages=wrong)


def choice(label: Label, options: Iterable[tuple[str, str | Promise]], *, required: bool = False) -> forms.ChoiceField:
    """One of a list; `Not known yet` is the first where it may be left empty."""
    wrong = {"required": _("Choose one of the list."), "invalid_choice": _("Choose one of the list.")}
    kept = list(options) if required else [("", _("Not known yet")), *options]
    widget = forms.Select(INPUT)
    return forms.ChoiceField(label=label, choices=kept, required=required, widget=widget, error_messages=wrong)


def day(label: Label, *, required: bool) -> forms.DateField:
    """A day, as the browser's own field for days sends it."""
    wrong = {"required": _("Choose a day."), "invalid": _("Write the day as 2026-11-25.")}
    widget = forms.DateInput({**INPUT, "type": "date"}, format="%Y-%m-%d")
    return forms.DateField(
        label=label, required=required, widget=widget, input_formats=["%Y-%m-%d"], error_messages=wrong
    )


def codes(label: Label, options: list[tuple[str, str]]) -> forms.MultipleChoiceField:
    """Some of a classification, at most MOST_CODES."""
    wrong = {"invalid_choice": _("Choose from the list.")}
    widget = forms.CheckboxSelectMultiple(INPUT)
    return forms.MultipleChoiceField(
        label=label, choices=options, required=False, widget=widget, validators=[_few], error_messages=wrong
    )


def _few(value: list[str]) -> None:
    if len(value) > MOST_CODES:
        raise forms.ValidationError(_("Choose at most %(most)d."), params={"most": MOST_CODES})
