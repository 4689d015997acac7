"""Whom to write to, and in which language."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class InviteForm(forms.Form):
    """Without an address the link is handed over by other means."""

    address = forms.EmailField(
        label=_("E-mail address (may be left empty)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"class": "ds-input", "autocomplete": "off"}),
        error_messages={"invalid": _("Write an e-mail address as name@example.org, or leave the field empty.")},
    )
    language = forms.ChoiceField(
        label=_("Language of the invitation"), choices=settings.LANGUAGES, widget=forms.Select({"class": "ds-input"})
    )
