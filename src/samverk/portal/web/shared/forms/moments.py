"""Days and times as they are typed for deadlines: in Brussels."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.shared.countdown import BRUSSELS

SHAPE = "%Y-%m-%dT%H:%M"


class BrusselsMoment(forms.DateTimeField):
    """An instant, typed as the clocks in Brussels show it. An hour that the clocks skip or show twice is refused."""

    def __init__(self, **given: Any) -> None:
        widget = forms.DateTimeInput({"class": "ds-input", "type": "datetime-local"}, format=SHAPE)
        wrong = _("Write a day and a time that the clocks in Brussels show once, as 2027-02-26T17:00.")
        super().__init__(widget=widget, error_messages={"invalid": wrong}, **given)

    def to_python(self, value: Any) -> Any:
        with timezone.override(BRUSSELS):
            try:
                return super().to_python(value)
            except forms.ValidationError:
                raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        with timezone.override(BRUSSELS):
            return super().prepare_value(value)
