"""One organisation as the agency looks at it: whether it is what it says, and whether it is here twice."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations import queries
from samverk.portal.organisations.actions.unverify_organisation import unverify_organisation
from samverk.portal.organisations.actions.verify_organisation import verify_organisation
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_merge, may_unverify, may_verify
from samverk.portal.organisations.queries import ANSWERING
from samverk.portal.people.permissions import READERS
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.screen import asked, shown_to
from samverk.portal.web.agency.wording import WITHDRAWALS
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.registry import search

LARGEST = 2**63 - 1


@require_safe
@shown_to(*READERS)
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """`q`: the beginning of the name of another that may be the same."""
    row = known(organisation)
    if row.pk != organisation:
        return redirect("agency:organisation", row.pk)
    return _shown(request, row)


@require_POST
@shown_to(*ANSWERING)
def verify(request: HttpRequest, organisation: int) -> HttpResponse:
    """No more than the button."""
    row = known(organisation)
    try:
        do(request, verify_organisation, about=row.about, organisation_id=row.pk)
    except Refusal as refusal:
        return _shown(request, row, refusal)
    messages.success(request, gettext("The organisation is confirmed. Its members are told."))
    return see_other("agency:organisation", row.pk)


@require_POST
@shown_to(*ANSWERING)
def unverify(request: HttpRequest, organisation: int) -> HttpResponse:
    """`reason`: one of WITHDRAWALS."""
    row = known(organisation)
    try:
        do(
            request,
            unverify_organisation,
            about=row.about,
            organisation_id=row.pk,
            reason=request.POST.get("reason", ""),
        )
    except Refusal as refusal:
        return _shown(request, row, refusal)
    messages.success(request, gettext("The organisation is no longer confirmed. Its members are told."))
    return see_other("agency:organisation", row.pk)


def known(identifier: int) -> Organisation:
    """The row, or the one that it is part of. Raises Http404."""
    row = queries.organisation(min(identifier, LARGEST))
    if row is None:
        raise Http404
    return row


def _shown(request: HttpRequest, row: Organisation, refusal: Refusal | None = None) -> HttpResponse:
    whose, text = person(request), asked(request, "q")["q"]
    hits = [hit for hit in search(text, language()) if hit.id != str(row.pk)] if text else None
    shown = {
        "organisation": row,
        "members": queries.members(row),
        "evidence": queries.evidence(row, whose),
        "verified": queries.verification(row),
        "duplicates": queries.likely_duplicates(row),
        "may_verify": may_verify(whose, row),
        "may_unverify": bool(may_unverify(whose)),
        "may_merge": bool(may_merge(whose)),
        "reasons": WITHDRAWALS.items(),
        "q": text,
        "hits": hits,
        "mistake": words_for(refusal.reason) if refusal else "",
    }
    return render(request, "agency/organisation.html", shown, status=422 if refusal else 200)
