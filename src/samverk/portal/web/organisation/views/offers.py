"""Offer others something or wish for it, and take that down."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.add_offer import add_offer
from samverk.portal.organisations.actions.end_offer import end_offer
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_add_offer
from samverk.portal.organisations.queries import offer
from samverk.portal.web.organisation.forms.offer import OfferForm
from samverk.portal.web.organisation.screen import own, see_other
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.codes import grouped
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, organisation: int) -> HttpResponse:
    """GET: the form. POST: show it to everybody."""
    row = own(request, organisation)
    if not may_add_offer(person(request), row):
        raise Http404
    if request.method != "POST":
        return _shown(request, row, OfferForm(initial={"kind": request.GET.get("kind", "")}, lang=language()))
    form = OfferForm(request.POST, lang=language())
    return _added(request, row, form) if form.is_valid() else _shown(request, row, form, 422)


def _added(request: HttpRequest, row: Organisation, form: OfferForm) -> HttpResponse:
    try:
        do(request, add_offer, about=row.about, organisation_id=row.pk, **form.given)
    except Refusal as refusal:
        form.add_error("until" if refusal.reason == "day_over" else None, words_for(refusal.reason))
        return _shown(request, row, form, 422)
    messages.success(request, gettext("Everybody can read it now."))
    return see_other("organisation:page", row.pk)


def _shown(request: HttpRequest, row: Organisation, form: OfferForm, status: int = 200) -> HttpResponse:
    told = {"organisation": row, "form": form, "themes": grouped(form["themes"])}
    return render(request, "organisation/offer.html", told, status=status)


@require_POST
def end(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """No more than the button."""
    try:
        row = own(request, offer(identifier).organisation_id)
    except NotFound:
        raise Http404 from None
    try:
        do(request, end_offer, about=row.about, offer_id=identifier)
    except Refusal as refusal:
        messages.error(request, words_for(refusal.reason))
    else:
        messages.success(request, gettext("It is shown no more."))
    return see_other("organisation:page", row.pk)
