"""Whether the seals of the ledger hold, a stretch a request."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.ledger.queries import mark, stretch
from samverk.portal.people.permissions import LEDGER_READERS
from samverk.portal.web.agency.screen import asked, shown_to

MOST = 5_000
"""Entries followed in one request: about half a second."""

MOST_NAMED = 20
"""Faults that are named; whoever needs all of them runs `samverk verify ledger`."""

LARGEST = 2**63 - 1


@require_safe
@shown_to(*LEDGER_READERS)
def verify(request: HttpRequest) -> HttpResponse:
    """What comes after the entry numbered `after`. What is wrong stops it: the rest can no longer be trusted."""
    after = asked(request, "after")["after"] or "0"
    if not after.isdecimal() or int(after) > LARGEST:
        raise Http404
    part, end = stretch(int(after), MOST), mark()
    shown = {
        "faults": part.faults[:MOST_NAMED],
        "more": max(0, len(part.faults) - MOST_NAMED),
        "until": part.until,
        "whole": part.whole and not part.faults,
        "end": end,
    }
    return render(request, "agency/ledger_verify.html", shown)
