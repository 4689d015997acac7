"""Who may do what, in plain words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.web.agency.screen import shown_to


@require_safe
@shown_to()
def who_may(request: HttpRequest) -> HttpResponse:
    """The permissions of all stages as a person would tell them; docs/access.md has each one as the code says it."""
    return render(request, "agency/who_may.html")
