"""A file, and what it shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.organisation.forms.inputs import INPUT, choice
from samverk.portal.web.organisation.wording import PURPOSES

MISSING = _("Choose the file.")


class EvidenceForm(forms.Form):
    purpose = choice(_("What does it show?"), PURPOSES.items(), required=True)
    file = forms.FileField(
        label=_("The file as PDF, PNG or JPEG, at most 10 MB"),
        widget=forms.FileInput({**INPUT, "accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={
            "required": MISSING,
            "missing": MISSING,
            "invalid": MISSING,
            "empty": _("The file is empty. Choose another."),
        },
    )
