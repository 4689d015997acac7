"""Another name."""

from babel import Locale
from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.actions.rename_organisation import LONGEST
from samverk.portal.web.organisation.forms.inputs import choice, day, line


class RenameForm(forms.Form):
    """`version` is the one that the person saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    name = line(_("The new name"), LONGEST, required=True)
    since = day(_("The first day of the new name"), required=True)

    def __init__(self, *given: object, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        known = [(code, name) for code, name in Locale.parse(lang).languages.items() if len(code) == 2]
        self.fields["language"] = choice(_("The language of the name"), sorted(known, key=lambda one: one[1]))
