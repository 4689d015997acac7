"""Give an alliance up, after a second thought."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.dissolve import dissolve as do_dissolve
from samverk.portal.alliances.permissions import may_dissolve
from samverk.portal.foundation.decision import Refusal
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.views.page import refused, seen
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def dissolve(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """GET: what it means. POST: do it."""
    if request.method != "POST":
        found = seen(request, alliance)
        if not may_dissolve(person(request), found):
            raise Http404
        return render(request, "alliance/dissolve.html", {"alliance": found})
    try:
        do(request, do_dissolve, about=f"alliance:{alliance}", alliance=alliance)
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    messages.success(request, gettext("The alliance is dissolved. It can still be read."))
    return see_other("alliance:page", alliance)
