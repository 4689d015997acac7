"""What waits for the agency among the organisations."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.queries import ANSWERING, requests_left_page, waiting_for_verification
from samverk.portal.people.permissions import READERS
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.shared.deeds import do


@require_safe
@shown_to(*READERS)
def organisations(request: HttpRequest) -> HttpResponse:
    """Requests that no member can answer, from the mark `after` on; who is to be confirmed, from `unverified` on."""
    return _shown(request)


@require_POST
@shown_to(*ANSWERING)
def answer(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """`answer`: approve; everything else declines."""
    approve = request.POST.get("answer") == "approve"
    try:
        do(request, answer_membership, about=f"membership:{identifier}", membership=identifier, approve=approve)
    except Refusal as refusal:
        return _shown(request, refusal)
    messages.success(request, gettext("The request is approved.") if approve else gettext("The request is declined."))
    return see_other("agency:organisations")


def _shown(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    try:
        requests = requests_left_page(request.GET.get("after", ""))
        unverified = waiting_for_verification(request.GET.get("unverified", ""))
    except BadMark:
        raise Http404 from None
    shown = {
        "requests": requests,
        "unverified": unverified,
        "may_answer": not ANSWERING.isdisjoint(roles(request)),
        "mistake": words_for(refusal.reason) if refusal else "",
    }
    return render(request, "agency/organisations.html", shown, status=422 if refusal else 200)
