"""A file for a call."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.calls.actions.add_call_document import LONGEST_TITLE


class DocumentForm(forms.Form):
    """The types that are kept are told by the action."""

    title_sv = forms.CharField(
        label=_("Title in Swedish"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput({"class": "ds-input", "lang": "sv"}),
    )
    title_en = forms.CharField(
        label=_("Title in English"),
        max_length=LONGEST_TITLE,
        widget=forms.TextInput({"class": "ds-input", "lang": "en"}),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("PDF, PNG or JPEG, at most 10 MB."),
        allow_empty_file=True,
        widget=forms.FileInput({"class": "ds-input", "accept": ".pdf,.png,.jpg,.jpeg"}),
    )

    @property
    def titles(self) -> dict[str, str]:
        """By language."""
        return {code: self.cleaned_data[f"title_{code}"] for code in ("sv", "en")}
