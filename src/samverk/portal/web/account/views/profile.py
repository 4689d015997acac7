"""Name, language and time zone."""

from zoneinfo import available_timezones

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, override
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.actions.change_profile import LONGEST, CannotChangeProfile, change_profile
from samverk.portal.web.shared.deeds import do, person

FIELDS = ("name", "language", "time_zone")
CONCERNS = {"unknown_language": "language", "unknown_time_zone": "time_zone"}
"""Which field a refusal is about, where it is not the name."""


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """The form, and what it sends."""
    reader = person(request)
    if request.method != "POST":
        return _form(request, {field: getattr(reader, field) for field in FIELDS})
    typed = {field: request.POST.get(field, "") for field in FIELDS}
    try:
        changed = do(request, change_profile, about=f"person:{reader.pk}", **typed)
    except CannotChangeProfile as refusal:
        return _form(request, typed, refusal)
    with override(changed.language):
        messages.success(request, gettext("Your profile is saved."))
        return HttpResponse(status=303, headers={"Location": reverse("account:profile")})


def _form(request: HttpRequest, typed: dict[str, str], refusal: Refusal | None = None) -> HttpResponse:
    mistake = {"field": CONCERNS.get(refusal.reason, "name"), "words": words_for(refusal.reason)} if refusal else None
    shown = {
        "typed": typed,
        "mistake": mistake,
        "longest": LONGEST,
        "languages": settings.LANGUAGES,
        "time_zones": sorted(available_timezones()),
    }
    return render(request, "account/profile.html", shown, status=422 if refusal else 200)
