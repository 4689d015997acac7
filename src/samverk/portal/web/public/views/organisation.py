"""What the registry knows of one organisation, and what it says of itself."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from babel import Locale
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samverk.portal.organisations import queries
from samverk.portal.organisations.models import Organisation, OrganisationName
from samverk.portal.web.shared.books import language, newest
from samverk.portal.web.shared.profile import profile, standing
from samverk.scheme.words import capital, words

LARGEST = 2**63 - 1
SOURCES = {
    "eche": _("the European Commission's list of charter holders"),
    "ror": _("the Research Organization Registry"),
    "demo": _("the demonstration set"),
    "person": _("somebody who acts for it"),
}
_BARE = re.compile(r"[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(/\S*)?", re.IGNORECASE)


class Name(NamedTuple):
    """Another name. `tag`: its language as browsers know it, `language`: in words; both empty if not known."""

    row: OrganisationName
    tag: str
    language: str


@require_safe
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """Nothing that only its members or the agency may see. One that was merged leads to what it is part of now."""
    row = queries.organisation(organisation) if organisation <= LARGEST else None
    if row is None:
        raise Http404
    if row.pk != organisation:
        return redirect("public:organisation", row.pk, permanent=True)
    return render(request, "public/organisation.html", _listed(row) | _said(row))


def _listed(row: Organisation) -> dict[str, object]:
    """What lists tell of it."""
    say = words(language())
    names = list(_names(row.names.all()))
    return {
        "organisation": row,
        "country": say.country(row.country, newest()) if row.country else "",
        "kind": capital(say.say(f"category.{row.kind}.one")) if row.kind else "",
        "names": [name for name in names if name.row.valid_until is None],
        "former": [name for name in names if name.row.valid_until is not None],
        "charters": [(charter, SOURCES[charter.source]) for charter in row.charters.all()],
        "source": SOURCES[row.source],
        "website": web_address(row.website),
    }


def _said(row: Organisation) -> dict[str, object]:
    """What it says of itself, and what the agency has made sure of."""
    return {
        "profile": profile(row, language()),
        "offers": standing(queries.offers(row, timezone.now()), language()),
        "controls": queries.controls_of(row),
        "verified": queries.verification(row),
    }


def web_address(text: str) -> str:
    """Where a link to the website leads; empty for what is no address of a website."""
    address = f"https://{text}" if _BARE.fullmatch(text) else text
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _names(rows: Iterable[OrganisationName]) -> Iterator[Name]:
    """Those that it bore, the last first."""
    known = Locale.parse(language()).languages
    for row in sorted(rows, key=lambda row: row.valid_until or date.max, reverse=True):
        yield Name(row, row.language, known.get(row.language, row.language))
