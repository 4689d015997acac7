"""The end of an account, after the password once more."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.queries import leader, present_alliances, spoken_for
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.actions.erase import CannotErase
from samverk.portal.people.actions.erase import erase as erase_account
from samverk.portal.people.models import Person
from samverk.portal.web.shared.deeds import do, person


def _duty(reader: Person) -> str:
    """The reason's code if others in an alliance would lose whom they count on; else empty."""
    for alliance in present_alliances(reader):
        if leader(alliance) == reader.pk:
            return "leads_alliance"
        if spoken_for(alliance, reader):
            return "speaks_in_alliance"
    return ""


@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required
def erase(request: HttpRequest) -> HttpResponse:
    """Says what goes and what stays, and does it."""
    if request.method != "POST":
        return render(request, "account/erase.html")
    if duty := _duty(person(request)):
        return render(request, "account/erase.html", {"mistake": words_for(duty)}, status=422)
    try:
        do(request, erase_account, about=f"person:{person(request).pk}")
    except CannotErase as refusal:
        return render(request, "account/erase.html", {"mistake": words_for(refusal.reason)}, status=422)
    logout(request)
    messages.success(request, gettext("Your account is erased."))
    return HttpResponse(status=303, headers={"Location": reverse("public:front-door")})
