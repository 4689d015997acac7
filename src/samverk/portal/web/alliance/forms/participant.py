"""What an organisation is and does in an alliance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.models import Participant
from samverk.portal.web.alliance.wording import TEXTS
from samverk.portal.web.shared.books import countries
from samverk.portal.web.shared.forms.amounts import NotAnAmount, euros, shown
from samverk.scheme.values import Category, Role
from samverk.scheme.words import capital, words

LONGEST = 4000
DATES = {"charter_from": _("The charter holds from"), "charter_until": _("The charter holds until")}
FIELDS = ("name", "country", "category", "role", *TEXTS, "charter", *DATES, "grant")
ANSWERS = {"": None, "yes": True, "no": False}


class ParticipantForm(forms.Form):
    """`version` is the one that the person saw. `call`: scheme and edition, whose countries can be chosen."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    name = forms.CharField(label=_("Name"), required=False, max_length=300)

    def __init__(self, *given: object, call: tuple[str, str], lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        say = words(lang).say
        self.fields["country"] = _choice(_("Country"), [(code, name) for code, name, _s in countries(*call, lang)])
        self.fields["category"] = _choice(
            _("Takes part as"), [(c, capital(say(f"category.{c}.one"))) for c in Category]
        )
        self.fields["role"] = _choice(_("Role"), [(r, capital(say(f"role.{r}.one"))) for r in Role])
        for name, label in TEXTS.items():
            self.fields[name] = forms.CharField(label=label, required=False, max_length=LONGEST, widget=_area())
        held = [("yes", _("Yes")), ("no", _("No"))]
        self.fields["charter"] = _choice(_("Holds the Erasmus Charter when the call closes"), held)
        for name, label in DATES.items():
            self.fields[name] = forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}))
        self.fields["grant"] = forms.CharField(label=_("Its share of the EU grant, in euros"), required=False)
        for field in self.fields.values():
            field.widget.attrs.setdefault("class", "ds-input")

    def clean_charter(self) -> bool | None:
        return ANSWERS[self.cleaned_data["charter"]]

    def clean_grant(self) -> Any:
        text = self.cleaned_data["grant"]
        try:
            return euros(text) if text else None
        except NotAnAmount:
            raise forms.ValidationError(_("Write the grant as a number of euros, for example 700 000.")) from None

    @property
    def changes(self) -> dict[str, Any]:
        """What was typed, by field of the participant."""
        return {name: self.cleaned_data[name] for name in FIELDS}


def as_saved(row: Participant) -> dict[str, object]:
    """The fields as the row has them."""
    saved = {name: getattr(row, name) for name in ("version", *FIELDS)}
    charter = next(answer for answer, held in ANSWERS.items() if held is row.charter)
    dates = {name: day.isoformat() if (day := getattr(row, name)) else "" for name in DATES}
    return saved | {"charter": charter, "grant": shown(row.grant)} | dates


def _area() -> forms.Textarea:
    return forms.Textarea({"rows": 3})


def _choice(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    options = [("", _("Not known yet")), *choices]
    return forms.ChoiceField(label=label, required=False, choices=options)
