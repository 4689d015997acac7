"""Ask an organisation's legal representative for its mandate, and take that back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.alliances.actions.ask_mandate import ask_mandate as do_ask
from samverk.portal.alliances.actions.withdraw_mandate import withdraw_mandate as do_withdraw
from samverk.portal.alliances.models import Participant
from samverk.portal.alliances.permissions import may_ask_mandate
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.queries import legal_representatives
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.mandate import AskForm
from samverk.portal.web.alliance.views.page import refused, seen, status_of
from samverk.portal.web.alliance.views.participants import one_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def ask_mandate(request: HttpRequest, alliance: UUID, participant: UUID) -> HttpResponse:
    """GET: whom to write to. POST: the letter goes."""
    found = seen(request, alliance)
    row = one_of(found, participant)
    if request.method != "POST":
        if not may_ask_mandate(person(request), found, row):
            raise Http404
        return _shown(request, row, AskForm(initial={"language": language(), "address": _only(row)}))
    form = AskForm(request.POST)
    return _asked(request, row, form) if form.is_valid() else _shown(request, row, form, status=422)


@require_POST
def withdraw_mandate(request: HttpRequest, alliance: UUID, participant: UUID) -> HttpResponse:
    """The link that went out opens no more."""
    one_of(seen(request, alliance), participant)
    try:
        do(request, do_withdraw, about=f"participant:{participant}", participant_id=participant)
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    messages.success(request, gettext("The mandate is no longer asked for: the link that went out opens nothing."))
    return see_other("alliance:page", alliance)


def _asked(request: HttpRequest, row: Participant, form: AskForm) -> HttpResponse:
    try:
        do(request, do_ask, about=row.about, participant_id=row.pk, **form.cleaned_data)
    except Refusal as refusal:
        form.add_error(None, words_for(refusal.reason))
        return _shown(request, row, form, status=status_of(refusal))
    told = gettext("A letter with a link to the mandate goes to %(address)s.")
    messages.success(request, told % {"address": form.cleaned_data["address"]})
    return see_other("alliance:page", row.alliance_id)


def _only(row: Participant) -> str:
    """Where the letter goes if just one person may sign for the organisation."""
    known = legal_representatives(row.organisation_id) if row.organisation_id else []
    return known[0].email or "" if len(known) == 1 else ""


def _shown(request: HttpRequest, row: Participant, form: AskForm, *, status: int = 200) -> HttpResponse:
    known = legal_representatives(row.organisation_id) if row.organisation_id else []
    told = {"alliance": row.alliance, "participant": row, "form": form, "known": known}
    return render(request, "alliance/ask_mandate.html", told, status=status)
