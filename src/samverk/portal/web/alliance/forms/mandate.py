"""What is typed to ask for a mandate, to sign it, and to hand in a scan."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

TOO_LONG = _("Write at most 150 characters.")
INPUT = {"class": "ds-input"}


class AskForm(forms.Form):
    """Whom to ask, and in which language the paper is."""

    address = forms.EmailField(
        label=_("E-mail address of the legal representative"),
        max_length=254,
        widget=forms.EmailInput({**INPUT, "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write an e-mail address as name@example.org."),
            "required": _("Write the e-mail address of the one who may sign for the organisation."),
        },
    )
    language = forms.ChoiceField(
        label=_("Language of the mandate and the letter"), choices=settings.LANGUAGES, widget=forms.Select(INPUT)
    )


class SignForm(forms.Form):
    """`digest`: of the paper that was shown."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput({**INPUT, "autocomplete": "name"}),
        error_messages={"required": _("Write your name, as it is to stand on the paper."), "max_length": TOO_LONG},
    )
    capacity = forms.CharField(
        label=_("Your capacity, as rector or managing director"),
        max_length=150,
        widget=forms.TextInput({**INPUT, "autocomplete": "organization-title"}),
        error_messages={
            "required": _("Write in which capacity you sign, as rector or managing director."),
            "max_length": TOO_LONG,
        },
    )
    read = forms.BooleanField(
        label=_("I have read the mandate and may sign for the organisation."),
        widget=forms.CheckboxInput(INPUT),
        error_messages={"required": _("Say that you have read the mandate and may sign for the organisation.")},
    )
    digest = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def given(self) -> dict[str, str]:
        """What the action takes."""
        return {name: self.cleaned_data[name] for name in ("name", "capacity", "digest")}


class DeclineForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=_("Why not (may be left empty)"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({**INPUT, "rows": 3}),
        error_messages={"max_length": _("Write at most 4000 characters.")},
    )


class UploadForm(forms.Form):
    """The scan."""

    scan = forms.FileField(
        label=_("The signed mandate as PDF, PNG or JPEG, at most 10 MB"),
        widget=forms.FileInput({**INPUT, "accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={
            "required": _("Choose the file with the signed mandate."),
            "empty": _("The file is empty. Choose another."),
            "missing": _("Choose the file with the signed mandate."),
            "invalid": _("Choose the file with the signed mandate."),
        },
    )
