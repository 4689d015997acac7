"""What waits for the agency."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.web.agency.screen import shown_to


@require_safe
@shown_to()
def home(request: HttpRequest) -> HttpResponse:
    """Shown to all the agency's people."""
    return render(request, "agency/home.html")
