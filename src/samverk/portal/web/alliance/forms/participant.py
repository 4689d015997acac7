"""What an organisation is and does in an alliance."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.models import Participant
from samverk.scheme.values import Category, Role
from samverk.scheme.words import capital, words

LONGEST = 4000
TEXTS = {
    "category_statement": _("Why it takes part as this kind of organisation"),
    "role_statement": _("What it does as an associated partner"),
    "added_value_statement": _("What it adds that no programme country has"),
    "experience_statement": _("Its experience of such work"),
    "contribution": _("What it contributes"),
    "benefit": _("What it gains"),
    "initiatives": _("Other initiatives that it takes part in"),
}
FIELDS = ("category", "role", *TEXTS)


class ParticipantForm(forms.Form):
    """`version` is the one that the person saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *given: object, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        say = words(lang).say
        self.fields["category"] = _choice(
            _("Takes part as"), [(c, capital(say(f"category.{c}.one"))) for c in Category]
        )
        self.fields["role"] = _choice(_("Role"), [(r, capital(say(f"role.{r}.one"))) for r in Role])
        for name, label in TEXTS.items():
            area = forms.Textarea({"class": "ds-input", "rows": 3})
            self.fields[name] = forms.CharField(label=label, required=False, max_length=LONGEST, widget=area)

    @property
    def changes(self) -> dict[str, str]:
        """What was typed, by field of the participant."""
        return {name: self.cleaned_data[name] for name in FIELDS}


def as_saved(row: Participant) -> dict[str, object]:
    """The fields as the row has them."""
    return {name: getattr(row, name) for name in ("version", *FIELDS)}


def _choice(label: Any, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    options = [("", _("Not known yet")), *choices]
    return forms.ChoiceField(label=label, required=False, choices=options, widget=forms.Select({"class": "ds-input"}))
