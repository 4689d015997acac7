"""What an alliance is about."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.models import Alliance
from samverk.portal.web.alliance.wording import STRANDS
from samverk.portal.web.shared.classifications import fields, sectors
from samverk.portal.web.shared.forms.amounts import NotAnAmount, euros, shown, whole
from samverk.scheme.book import Book

LONGEST = 4000
LISTS = ("aims", "strands", "fields", "sectors")
FIELDS = ("title", "acronym", "goals", *LISTS, "duration_months", "grant")


class AboutForm(forms.Form):
    """`version` is the one that the person saw. `book`: whose aims can be chosen."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    title = forms.CharField(label=_("Title"), required=False, max_length=300)
    acronym = forms.CharField(label=_("Acronym"), required=False, max_length=40)
    goals = forms.CharField(label=_("What you want to reach together"), required=False, max_length=LONGEST)
    duration_months = forms.CharField(label=_("Length, in months"), required=False)
    grant = forms.CharField(label=_("EU grant asked for, in euros"), required=False)

    def __init__(self, *given: object, book: Book, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        aims = book.texts[lang].aims
        self._listed("aims", _("Aims that the project contributes to"), [(a, aims[a]) for a in book.eligibility.aims])
        self._listed("strands", _("What the project does"), list(STRANDS.items()))
        self._listed("fields", _("Fields of education"), fields(lang))
        self._listed("sectors", _("Sectors"), sectors(lang))
        self.fields["goals"].widget = forms.Textarea({"rows": 5})
        for field in self.fields.values():
            if not isinstance(field.widget, forms.CheckboxSelectMultiple | forms.HiddenInput):
                field.widget.attrs["class"] = "ds-input"

    def _listed(self, name: str, label: Any, choices: list[tuple[str, Any]]) -> None:
        widget = forms.CheckboxSelectMultiple({"class": "ds-input"})
        self.fields[name] = forms.MultipleChoiceField(label=label, choices=choices, required=False, widget=widget)

    def clean_duration_months(self) -> int | None:
        text = self.cleaned_data["duration_months"]
        try:
            return whole(text) if text else None
        except NotAnAmount:
            raise forms.ValidationError(_("Write the length as a number of months, for example 24.")) from None

    def clean_grant(self) -> Any:
        text = self.cleaned_data["grant"]
        try:
            return euros(text) if text else None
        except NotAnAmount:
            raise forms.ValidationError(_("Write the grant as a number of euros, for example 700 000.")) from None

    @property
    def changes(self) -> dict[str, Any]:
        """What was said, by field of the alliance. No aim is "not known yet"."""
        said = {name: self.cleaned_data[name] for name in FIELDS}
        return said | {"aims": said["aims"] or None}


def as_saved(row: Alliance) -> dict[str, Any]:
    """The fields as the row has them."""
    saved = {name: getattr(row, name) for name in ("version", *FIELDS)}
    return saved | {"grant": shown(row.grant), "duration_months": row.duration_months or ""}
