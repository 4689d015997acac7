"""What waits for the agency."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.agency.waiting import SOON, closing, ledger, waiting
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.countdown import left


@require_safe
@shown_to()
def home(request: HttpRequest) -> HttpResponse:
    """Shown to all the agency's people; each sees what concerns the own roles."""
    at, mine = timezone.now(), roles(request)
    shown = {
        "waiting": list(waiting(mine)),
        "closing": [(call, left(call.closes_at, at)) for call in closing(at, language())],
        "soon": SOON.days,
        "ledger": ledger(mine),
    }
    return render(request, "agency/home.html", shown)
