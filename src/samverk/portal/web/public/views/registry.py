"""The registry of organisations: a list to page through, and a search."""

from collections.abc import Iterator
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from samverk.portal.foundation.paging import BadMark
from samverk.portal.organisations.queries import SHORTEST, Suggestion, listed, suggest
from samverk.portal.web.shared.books import countries, language, newest
from samverk.scheme.words import capital, words

MOST = 50
"""Organisations that a search shows."""


class Line(NamedTuple):
    """One organisation of the list. `also`: the other name that the search met; `kind`: in words, or empty."""

    id: int
    name: str
    also: str
    country: str
    city: str
    kind: str
    charter: bool


@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    """With `q` what it finds; without, 50 by name, from the mark `after` on; both of one `country` or of all."""
    text, country = request.GET.get("q", "").strip(), request.GET.get("country", "")
    lines, after = (_found(text, country), "") if text else _listed(country, request.GET.get("after", ""))
    told = {
        "q": text,
        "country": country,
        "lines": lines,
        "countries": _countries(),
        "short": 0 < len(text) < SHORTEST,
        "most": MOST if len(lines) == MOST and text else 0,
        "next": after and urlencode({"country": country, "after": after}),
    }
    return render(request, "public/registry.html", told)


def _found(text: str, country: str) -> list[Line]:
    return list(_lines(suggest(text, limit=MOST, country=country or None)))


def _listed(country: str, after: str) -> tuple[list[Line], str]:
    try:
        page = listed(country=country, after=after)
    except BadMark:
        raise Http404 from None
    rows = [
        Suggestion(
            row.pk,
            row.name,
            "",
            row.country,
            row.city,
            row.kind,
            "",
            any(c.gone_from is None for c in row.charters.all()),
        )
        for row in page.rows
    ]
    return list(_lines(rows)), page.after


def _lines(rows: list[Suggestion]) -> Iterator[Line]:
    say, book = words(language()), newest()
    for row in rows:
        country = say.country(row.country, book) if row.country else ""
        kind = capital(say.say(f"category.{row.kind}.one")) if row.kind else ""
        yield Line(row.id, row.name, row.also, country, row.city, kind, row.charter)


def _countries() -> list[tuple[str, str]]:
    book = newest()
    return [(code, name) for code, name, _standing in countries(book.scheme, book.call, language())]
