"""Keys with which a person's programs come in."""

from typing import Any
from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.actions.issue_token import (
    LONGEST_NAME,
    MOST_DAYS,
    USUAL_DAYS,
    CannotIssueToken,
    issue_token,
)
from samverk.portal.people.actions.revoke_token import revoke_token
from samverk.portal.people.queries import tokens_of
from samverk.portal.people.states import Scope
from samverk.portal.web.shared.deeds import do, person

SCOPES = {
    Scope.PROFILE_READ: _("Read who you are"),
    Scope.ORGANISATIONS_READ: _("Read the registry, and who acts for your organisations"),
    Scope.ORGANISATIONS_WRITE: _("Change what is on record of your organisations, and who acts for them"),
    Scope.CALLS_READ: _("Read calls"),
    Scope.CALLS_WRITE: _("Ask questions about calls, and follow them"),
    Scope.ALLIANCES_READ: _("Read your alliances"),
    Scope.ALLIANCES_WRITE: _("Do in your alliances what you may do yourself"),
    Scope.NOTICES_READ: _("Read your inbox"),
    Scope.NOTICES_WRITE: _("Mark notices as read, and choose how they come"),
}
CONCERNS = {"no_scope": "scopes", "token_lasts": "days"}
"""Which field a refusal is about, where it is not the name."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@reauthentication_required(allow_get=True)
def tokens(request: HttpRequest) -> HttpResponse:
    """GET: the keys there are, and a form for one more. POST, after the password once more: its secret, once."""
    if request.method != "POST":
        return _shown(request, typed={"days": str(USUAL_DAYS)})
    typed = {"name": request.POST.get("name", ""), "days": request.POST.get("days", "")}
    chosen = request.POST.getlist("scopes")
    try:
        days = int(typed["days"]) if typed["days"].isdecimal() and len(typed["days"]) < 5 else 0
        about = f"person:{person(request).pk}"
        secret = do(request, issue_token, about=about, name=typed["name"], scopes=chosen, days=days)
    except CannotIssueToken as refusal:
        return _shown(request, typed=typed, chosen=chosen, refusal=refusal)
    return _shown(request, typed={"days": str(USUAL_DAYS)}, secret=secret)


@require_POST
def revoke(request: HttpRequest, token: UUID) -> HttpResponse:
    """The key opens no more."""
    try:
        do(request, revoke_token, about=f"token:{token}", token_id=token)
        messages.success(request, gettext("The key is revoked."))
    except Refusal as refusal:
        messages.error(request, words_for(refusal.reason))
    return HttpResponseRedirect(reverse("account:tokens"), status=303)


def _shown(
    request: HttpRequest,
    *,
    typed: dict[str, str],
    chosen: list[str] | None = None,
    refusal: Refusal | None = None,
    secret: str = "",
) -> HttpResponse:
    told: dict[str, Any] = {"typed": typed, "secret": secret, "longest": LONGEST_NAME, "most_days": MOST_DAYS}
    if refusal:
        told["mistake"] = {"field": CONCERNS.get(refusal.reason, "name"), "words": words_for(refusal.reason)}
    told["scopes"] = [(scope, words, scope in (chosen or ())) for scope, words in SCOPES.items()]
    try:
        page = tokens_of(person(request), request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    now = timezone.now()
    told["keys"] = [(key, key.is_alive(now), [SCOPES[Scope(scope)] for scope in key.scopes]) for key in page.rows]
    told["after"] = page.after
    return render(request, "account/tokens.html", told, status=422 if refusal else 200)
