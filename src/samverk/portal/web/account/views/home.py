"""What waits for the reader, and what there is to see and to change about the own account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import alliances_of
from samverk.portal.notices.queries import unread_count
from samverk.portal.organisations.queries import organisations_of
from samverk.portal.people.permissions import is_agency
from samverk.portal.web.shared.deeds import person

NEWEST = 5
"""Alliances named here; the list has the others."""


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Links to what is the reader's own, for the agency's people to its screens, and to everything of the account."""
    reader = person(request)
    told = {
        "waiting": unread_count(reader.pk),
        "alliances": alliances_of(reader, size=NEWEST).rows,
        "organisations": organisations_of(reader),
        "agency": is_agency(reader),
    }
    return render(request, "account/home.html", told)
