"""One more organisation: picked from the registry, or typed by hand."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from samverk.portal.alliances.models import Alliance
from samverk.portal.organisations.facts import participant
from samverk.portal.organisations.queries import keys, organisation
from samverk.scheme.book import Book
from samverk.scheme.facts import Participant
from samverk.scheme.values import Category, Role

LONGEST = 300


class AddForm(forms.Form):
    """A field that stays empty is not known yet; with all of them empty there is nobody to add."""

    name = forms.CharField(required=False, max_length=LONGEST)
    category = forms.ChoiceField(required=False, choices=[("", ""), *((c, c) for c in Category)])
    country = forms.ChoiceField(required=False)

    def __init__(self, *given: object, book: Book, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.fields["country"] = forms.ChoiceField(
            required=False, choices=[("", ""), *((code, code) for code in book.countries.country)]
        )

    def clean(self) -> None:
        if not self.errors and not any(self.cleaned_data.values()):
            self.add_error("name", _("Write a name, or choose a kind and a country."))

    def facts(self, alliance: Alliance) -> Participant:
        """A full partner with what was typed, under a key that nobody in the alliance has."""
        typed = self.cleaned_data
        return Participant(
            id=_free(typed["category"] or "organisation", taken(alliance)),
            name=typed["name"],
            country=typed["country"] or None,
            category=typed["category"] or None,
            role=Role.FULL,
        )


def picked(number: str, alliance: Alliance, book: Book) -> Participant | None:
    """A full partner as the registry knows it; none if the registry has no such number."""
    known = organisation(int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
    if known is None:
        return None
    key = next(keys(known), "") or _free(f"organisation-{known.pk}", taken(alliance))
    return participant(known, on=book.terms.deadline.day, key=key, role=Role.FULL)


def taken(alliance: Alliance) -> set[str]:
    """Keys of all who are or were in it, and the names that stand in its links."""
    ends = {end for one in alliance.controls.all() for end in (one.controller, one.controlled)}
    return {row.key for row in alliance.participants.all()} | ends


def _free(stem: str, used: Iterable[str]) -> str:
    known = set(used)
    return next(key for n in range(1, len(known) + 2) if (key := f"{stem}-{n}") not in known)
