"""A question to the agency."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from samverk.portal.calls.actions.ask_question import LONGEST


class AskForm(forms.Form):
    text = forms.CharField(
        label=_("Your question"),
        help_text=_("Only you and the agency read what you write here."),
        max_length=LONGEST,
        widget=forms.Textarea({"class": "ds-input", "rows": 6}),
    )
    language = forms.ChoiceField(
        label=_("Language of the question"), choices=settings.LANGUAGES, widget=forms.Select({"class": "ds-input"})
    )
