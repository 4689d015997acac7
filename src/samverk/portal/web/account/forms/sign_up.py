"""What allauth's sign-up asks for besides the e-mail address and the password."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from samverk.portal.people.models import Person


class SignUp(forms.Form):
    name = forms.CharField(
        label=_("Name"), max_length=150, widget=forms.TextInput(attrs={"autocomplete": "name"}), strip=True
    )

    field_order = ("name", "email", "password1")

    def signup(self, _request: HttpRequest, person: Person) -> None:
        """Called by allauth once the account stands; letters come in the language that was read here."""
        person.name = self.cleaned_data["name"]
        person.language = (get_language() or person.language)[:2]
        person.save(update_fields=["name", "language"])
