"""What is typed of a call."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.shared.books import calls
from samverk.portal.web.shared.forms.amounts import NotAnAmount, euros, shown
from samverk.portal.web.shared.forms.moments import BrusselsMoment

LONGEST = 2000
MOST_GRANTS = 10_000
BRUSSELS_TIME = _("Brussels time")


class Euros(forms.CharField):
    """An amount as people write it."""

    def __init__(self, **given: Any) -> None:
        super().__init__(widget=forms.TextInput({"class": "ds-input", "inputmode": "decimal"}), **given)

    def clean(self, value: Any) -> Decimal | None:
        text = super().clean(value)
        try:
            return euros(text) if text else None
        except NotAnAmount:
            raise forms.ValidationError(_("Write an amount in euros, as 28 000 000.")) from None

    def prepare_value(self, value: Any) -> Any:
        return shown(value) if isinstance(value, Decimal) else value


class Terms(forms.Form):
    """What can be changed after publishing too. `version`: the one that the person saw; none of a new call."""

    version = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
    closes_at = BrusselsMoment(label=_("Closes"), help_text=BRUSSELS_TIME)
    questions_until = BrusselsMoment(
        label=_("Questions can be asked until"),
        help_text=_("Brussels time. If it is empty, until the call closes."),
        required=False,
    )
    envelope = Euros(label=_("Money in the call, in euros"), required=False)
    expected = forms.IntegerField(
        label=_("Expected number of grants"),
        required=False,
        min_value=0,
        max_value=MOST_GRANTS,
        widget=forms.NumberInput({"class": "ds-input"}),
    )

    @property
    def given(self) -> dict[str, Any]:
        """By field of the call."""
        return {name: self.cleaned_data[name] for name in ("closes_at", "questions_until", "envelope", "expected")}


class CallForm(Terms):
    """A draft."""

    opens_at = BrusselsMoment(label=_("Opens"), help_text=BRUSSELS_TIME)

    field_order = ("version", "book", "opens_at", "closes_at", "questions_until", "envelope", "expected")

    def __init__(self, *given: Any, lang: str, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["book"] = forms.ChoiceField(
            label=_("Rulebook"),
            help_text=_("The scheme and the edition of its rules. A published edition never changes."),
            choices=[(value, f"{group.label} {name}") for group in calls(lang) for value, name in group.choices],
            widget=forms.Select({"class": "ds-input"}),
        )
        self.order_fields(self.field_order)

    @property
    def given(self) -> dict[str, Any]:
        scheme, _mark, edition = self.cleaned_data["book"].partition("/")
        return super().given | {"scheme": scheme, "edition": edition, "opens_at": self.cleaned_data["opens_at"]}


class Reasons(forms.Form):
    """Why, for everybody, in both languages."""

    reason_sv = forms.CharField(
        label=_("Why, in Swedish"),
        max_length=LONGEST,
        widget=forms.Textarea({"class": "ds-input", "rows": 3, "lang": "sv"}),
    )
    reason_en = forms.CharField(
        label=_("Why, in English"),
        max_length=LONGEST,
        widget=forms.Textarea({"class": "ds-input", "rows": 3, "lang": "en"}),
    )

    @property
    def reasons(self) -> dict[str, str]:
        """By language."""
        return {code: self.cleaned_data[f"reason_{code}"] for code in ("sv", "en")}


class AmendForm(Terms, Reasons):
    """What is to be said from now on, and why."""

    field_order = ("version", "closes_at", "questions_until", "envelope", "expected", "reason_sv", "reason_en")


def as_saved(call: Any) -> dict[str, Any]:
    """The fields of either form as the row has them."""
    names = ("version", "opens_at", "closes_at", "questions_until", "envelope", "expected")
    return {name: getattr(call, name) for name in names} | {"book": f"{call.scheme}/{call.edition}"}
