"""What an organisation says of itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.actions.setting import DESCRIBED, LONGEST
from samverk.portal.organisations.models import Organisation
from samverk.portal.web.organisation.forms.inputs import choice, codes, line, prose
from samverk.portal.web.shared.classifications import fields, sectors
from samverk.portal.web.shared.profile import LEGAL_TYPES, SIZES
from samverk.scheme.values import Category
from samverk.scheme.words import capital, words


class ProfileForm(forms.Form):
    """`version` is the one that the person saw."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    description_sv = prose(_("What the organisation is and does, in Swedish"), LONGEST)
    description_en = prose(_("What the organisation is and does, in English"), LONGEST)
    legal_type = choice(_("Legal form"), LEGAL_TYPES.items())
    size = choice(_("Size"), SIZES.items())
    city = line(_("City"), 120)
    website = line(_("Website"), 300)

    def __init__(self, *given: object, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        say = words(lang).say
        kinds = [(kind.value, capital(say(f"category.{kind}.one"))) for kind in Category]
        self.fields["kind"] = choice(_("Kind"), kinds)
        self.fields["fields"] = codes(_("Fields of education"), fields(lang))
        self.fields["sectors"] = codes(_("Sectors"), sectors(lang))

    @property
    def changes(self) -> dict[str, Any]:
        """What was said, by field of the organisation."""
        return {name: self.cleaned_data[name] for name in DESCRIBED}


def as_saved(row: Organisation) -> dict[str, Any]:
    """The fields as the row has them."""
    return {name: getattr(row, name) for name in ("version", *DESCRIBED)}
