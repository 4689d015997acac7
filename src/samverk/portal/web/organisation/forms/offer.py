"""An offer or a wish."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.actions.add_offer import LONGEST
from samverk.portal.organisations.models import OfferKind
from samverk.portal.web.organisation.forms.inputs import choice, codes, day, prose
from samverk.portal.web.shared.classifications import fields


class OfferForm(forms.Form):
    """In one language or in both."""

    kind = choice(
        _("What is it?"),
        [
            (OfferKind.OFFER, _("An offer: what the organisation can do for others")),
            (OfferKind.WISH, _("A wish: what the organisation looks for")),
        ],
        required=True,
    )
    text_sv = prose(_("In Swedish"), LONGEST)
    text_en = prose(_("In English"), LONGEST)
    until = day(_("The last day"), required=False)

    def __init__(self, *given: object, lang: str, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["themes"] = codes(_("Fields of education"), fields(lang))

    def clean(self) -> None:
        if not self.errors and not (self.cleaned_data["text_sv"] or self.cleaned_data["text_en"]):
            self.add_error("text_sv", _("Write it in Swedish, in English or in both."))

    @property
    def given(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.cleaned_data
        texts = {"sv": said["text_sv"], "en": said["text_en"]}
        return {"kind": said["kind"], "texts": texts, "themes": said["themes"], "until": said["until"]}
