"""What there is to see and to change about the own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.people.permissions import is_agency
from samverk.portal.web.shared.deeds import person


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Links to everything of the account, and for the agency's people to its screens."""
    return render(request, "account/home.html", {"agency": is_agency(person(request))})
