"""Choose the call that the alliance answers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.answer_call import answer_call
from samverk.portal.alliances.facts import book
from samverk.portal.alliances.permissions import may_answer_call
from samverk.portal.alliances.queries import answerable
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.alliance.wording import STANDINGS
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.countdown import left
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """GET: the calls that are open or to come. POST: the chosen one, or none."""
    if request.method != "POST":
        return _shown(request, alliance)
    try:
        do(request, answer_call, about=f"alliance:{alliance}", alliance_id=alliance, call_id=_chosen(request))
    except Refusal as refusal:
        return _shown(request, alliance, words_for(refusal.reason), status_of(refusal))
    messages.success(request, gettext("The choice of the call is saved."))
    return see_other("alliance:page", alliance)


def _chosen(request: HttpRequest) -> UUID | None:
    text = request.POST.get("call", "")
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Http404 from None


def _shown(request: HttpRequest, identifier: UUID, mistake: str = "", status: int = 200) -> HttpResponse:
    found, at = seen(request, identifier), timezone.now()
    if not (mistake or may_answer_call(person(request), found)):
        raise Http404
    name = book(found).texts[language()].name
    calls = [
        (one, f"{name} {one.edition}", STANDINGS[one.standing(at)], left(one.closes_at, at))
        for one in answerable(found, at)
    ]
    told = {"alliance": found, "calls": calls, "mistake": mistake, "chosen": request.POST.get("call")}
    return render(request, "alliance/call.html", told, status=status)
