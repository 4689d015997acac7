"""End a role, after a second thought."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people import queries
from samverk.portal.people.actions.end_role import CannotEndRole
from samverk.portal.people.actions.end_role import end_role as do_end_role
from samverk.portal.people.models import RoleKind
from samverk.portal.people.permissions import may_end_role
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.wording import ROLES
from samverk.portal.web.shared.deeds import do, person

LARGEST = 2**63 - 1


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def end_role(request: HttpRequest, role: int) -> HttpResponse:
    """GET: what it means, or why it cannot be. POST: do it."""
    identifier = min(role, LARGEST)
    if request.method != "POST":
        return _shown(request, identifier)
    try:
        do(request, do_end_role, about=f"role:{identifier}", role_id=identifier)
    except CannotEndRole as refusal:
        return _shown(request, identifier, refusal)
    messages.success(request, gettext("The role has ended."))
    return see_other("agency:roles")


def _shown(request: HttpRequest, identifier: int, refusal: Refusal | None = None) -> HttpResponse:
    try:
        row = queries.role(identifier)
    except NotFound:
        raise Http404 from None
    reason = refusal.reason if refusal else may_end_role(person(request), row).reason
    shown = {
        "who": row.person,
        "kind": ROLES[row.kind],
        "own": row.person_id == person(request).pk,
        "mistake": words_for(reason) if reason else "",
    }
    return render(request, "agency/end_role.html", shown, status=422 if refusal else 200)
