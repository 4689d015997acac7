"""End a membership, after a second thought."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.end_membership import end_membership
from samverk.portal.organisations.models import Membership
from samverk.portal.organisations.permissions import may_end
from samverk.portal.organisations.queries import membership_seen
from samverk.portal.web.organisation.screen import see_other, status_of
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def end(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: what it means, or why it cannot be. POST: do it."""
    try:
        row = membership_seen(identifier, person(request))
    except NotFound:
        raise Http404 from None
    if request.method != "POST":
        return _shown(request, row, may_end(person(request), row).reason)
    try:
        do(request, end_membership, about=row.about, membership=identifier)
    except Refusal as refusal:
        return _shown(request, row, refusal.reason, status_of(refusal))
    messages.success(request, gettext("The membership has ended."))
    own = row.person_id == person(request).pk
    return see_other("organisation:list") if own else see_other("organisation:page", row.organisation_id)


def _shown(request: HttpRequest, row: Membership, reason: str, status: int = 200) -> HttpResponse:
    told = {"membership": row, "own": row.person_id == person(request).pk}
    told["mistake"] = words_for(reason) if reason else ""
    return render(request, "organisation/end.html", told, status=status)
