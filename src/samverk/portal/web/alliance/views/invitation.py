"""An invitation, read by whoever holds its link, and answered."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.models import Invitation
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.views.page import status_of
from samverk.portal.web.shared.deeds import do


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """GET: who asks, and for what. POST: the answer; to say yes, one has to be somebody."""
    try:
        found = queries.invitation(token, timezone.now())
    except NotFound:
        return render(request, "alliance/no_invitation.html", status=404)
    if request.method != "POST":
        return _shown(request, found)
    if not request.user.is_authenticated:
        return redirect_to_login(request.path)
    return _accepted(request, found, token) if request.POST.get("answer") == "accept" else _declined(request, token)


def _accepted(request: HttpRequest, found: Invitation, token: str) -> HttpResponse:
    try:
        row = do(request, accept, about=found.participant.about, token=token)
    except Refusal as refusal:
        return _shown(request, found, words_for(refusal.reason), status=status_of(refusal))
    messages.success(request, gettext("%(name)s has joined the alliance.") % {"name": row.name})
    return see_other("alliance:page", row.alliance_id)


def _declined(request: HttpRequest, token: str) -> HttpResponse:
    try:
        reason = request.POST.get("reason", "")[:4000].replace("\x00", " ")  # no table of PostgreSQL can hold it
        do(request, decline, about="invitation:held", token=token, reason=reason)
    except Http404:
        return render(request, "alliance/no_invitation.html", status=404)
    return render(request, "alliance/declined.html")


def _shown(request: HttpRequest, found: Invitation, mistake: str = "", status: int = 200) -> HttpResponse:
    alliance = found.participant.alliance
    told = {"invitation": found, "alliance": alliance, "mistake": mistake}
    told["asks"], told["leading"] = queries.coordinator(alliance), queries.leading(alliance)
    told["reason"] = request.POST.get("reason", "")
    return render(request, "alliance/invitation.html", told, status=status)
