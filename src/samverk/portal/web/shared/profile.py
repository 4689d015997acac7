"""What an organisation says of itself, in the reader's words."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.portal.organisations.models import LegalType, Offer, OfferKind, Organisation, Size
from samverk.portal.web.shared.classifications import field_name, sector_name

Label = str | Promise
SIZES: dict[str, Label] = {
    Size.MICRO: _("Fewer than 10 people work there"),
    Size.SMALL: _("10 to 49 people work there"),
    Size.MEDIUM: _("50 to 249 people work there"),
    Size.LARGE: _("250 people or more work there"),
}
LEGAL_TYPES: dict[str, Label] = {
    LegalType.PUBLIC: _("Public body"),
    LegalType.PRIVATE: _("Private, for profit"),
    LegalType.NON_PROFIT: _("Private, not for profit"),
}
OFFERS: dict[str, Label] = {OfferKind.OFFER: _("Offers"), OfferKind.WISH: _("Wishes for")}


class Text(NamedTuple):
    """`tag`: the language that it is written in, if that is not the reader's."""

    text: str
    tag: str = ""


class Standing(NamedTuple):
    """An offer or a wish. `themes`: fields of education by name."""

    row: Offer
    kind: Label
    said: Text
    themes: tuple[str, ...]


class Profile(NamedTuple):
    """Each empty if nobody has said it."""

    description: Text
    fields: tuple[str, ...]
    sectors: tuple[str, ...]
    size: Label
    legal_type: Label


def profile(row: Organisation, lang: str) -> Profile:
    """Its description in the reader's language, or in the other."""
    return Profile(
        in_either(row.description_sv, row.description_en, lang),
        tuple(field_name(code, lang) for code in row.fields),
        tuple(sector_name(code, lang) for code in row.sectors),
        SIZES.get(row.size, ""),
        LEGAL_TYPES.get(row.legal_type, ""),
    )


def standing(rows: Iterable[Offer], lang: str) -> tuple[Standing, ...]:
    """Offers and wishes as they are read, in the same order."""
    return tuple(
        Standing(
            row,
            OFFERS[row.kind],
            in_either(row.text_sv, row.text_en, lang),
            tuple(field_name(code, lang) for code in row.themes),
        )
        for row in rows
    )


def in_either(sv: str, en: str, lang: str) -> Text:
    """The text in that language, or the other one with its tag."""
    own, other = (sv, en) if lang == "sv" else (en, sv)
    return Text(own) if own or not other else Text(other, "en" if lang == "sv" else "sv")
