"""An organisation that the registry lacks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.actions.create_organisation import LONGEST
from samverk.portal.web.organisation.forms.inputs import choice, line
from samverk.portal.web.organisation.wording import ACTING
from samverk.portal.web.shared.books import countries, newest
from samverk.scheme.values import Category
from samverk.scheme.words import capital, words


class NewForm(forms.Form):
    """What the action takes, by the same names."""

    name = line(_("Name"), LONGEST, required=True)
    city = line(_("City"), 120)
    website = line(_("Website"), 300)
    pic = line(_("PIC, nine digits"), 9)
    oid = line(_("OID, as E10000001"), 9)
    acting_as = choice(_("What are you there?"), ACTING.items(), required=True)

    field_order = ("name", "country", "kind")

    def __init__(self, *given: object, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        book, say = newest(), words(lang).say
        known = [(code, name) for code, name, _standing in countries(book.scheme, book.call, lang)]
        kinds = [(kind.value, capital(say(f"category.{kind}.one"))) for kind in Category]
        self.fields["country"] = choice(_("Country"), [("", _("Choose the country")), *known], required=True)
        self.fields["kind"] = choice(_("Kind"), kinds)
        self.order_fields(self.field_order)
