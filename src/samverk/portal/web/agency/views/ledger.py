"""The ledger in plain words."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from samverk.portal.foundation.paging import BadMark
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import entries
from samverk.portal.people.permissions import LEDGER_READERS
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.wanted import wanted
from samverk.portal.web.shared.deed_words import DEEDS
from samverk.portal.web.shared.told import names_in, told


class Line(NamedTuple):
    """An entry, and the sentence that tells it."""

    entry: Entry
    told: str


@require_safe
@shown_to(*LEDGER_READERS)
def ledger(request: HttpRequest) -> HttpResponse:
    """Of a deed, a person, a thing, a day, the refused ones, or all; from the mark `after` on."""
    found = wanted(request)
    try:
        page = entries(found.wanted, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    names = names_in(page.rows)
    query = {name: value for name, value in found.typed.items() if value}
    shown = {
        **found.typed,
        "lines": [Line(entry, told(entry, names)) for entry in page.rows],
        "deeds": [(deed, _plain(deed)) for deed in DEEDS],
        "unread": found.unread,
        "filtered": bool(query),
        "query": urlencode(query),
        "next": page.after and urlencode({**query, "after": page.after}),
    }
    return render(request, "agency/ledger.html", shown)


def _plain(deed: str) -> str:
    """The deed with nobody and nothing in it."""
    return str(DEEDS[deed]) % {"who": gettext("Somebody"), "what": "…", "alliance": "…"}
