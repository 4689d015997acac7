"""What the registry knows of one organisation."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from babel import Locale
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from samverk.portal.organisations import queries
from samverk.portal.web.shared.books import language, newest
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

    text: str
    tag: str
    language: str


@require_safe
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """Its names, place, numbers, charters and website."""
    row = queries.organisation(organisation) if organisation <= LARGEST else None
    if row is None:
        raise Http404
    say = words(language())
    told = {
        "organisation": row,
        "country": say.country(row.country, newest()) if row.country else "",
        "kind": capital(say.say(f"category.{row.kind}.one")) if row.kind else "",
        "names": list(_names((name.text, name.language) for name in row.names.all())),
        "charters": [(charter, SOURCES[charter.source]) for charter in row.charters.all()],
        "source": SOURCES[row.source],
        "website": web_address(row.website),
    }
    return render(request, "public/organisation.html", told)


def web_address(text: str) -> str:
    """Where a link to the website leads; empty for what is no address of a website."""
    address = f"https://{text}" if _BARE.fullmatch(text) else text
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _names(rows: Iterator[tuple[str, str]]) -> Iterator[Name]:
    known = Locale.parse(language()).languages
    for text, code in rows:
        yield Name(text, code, known.get(code, code))
