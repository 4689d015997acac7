"""From the case in a link to an alliance that people form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.keep import CannotKeep
from samverk.portal.alliances.actions.keep import keep as do_keep
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.shared.deeds import do
from samverk.portal.web.shared.state import CannotOpen, decode
from samverk.scheme.facts import Case


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """GET: what will be kept, and the question which organisation is one's own. POST: keep it."""
    case = _case(request.GET.get("case", ""))
    if request.method != "POST":
        return _shown(request, case)
    if "own" not in request.POST:
        return _shown(request, case, gettext("Say which organisation is yours, or that none is yet."))
    try:
        kept = do(request, do_keep, about="alliance:new", case=case, own=request.POST["own"])
    except CannotKeep as refusal:
        return _shown(request, case, words_for(refusal.reason))
    return see_other("alliance:page", kept.pk)


def _case(token: str) -> Case:
    try:
        return decode(token)
    except CannotOpen:
        raise Http404 from None


def _shown(request: HttpRequest, case: Case, mistake: str = "") -> HttpResponse:
    told = {"case": case, "mistake": mistake}
    return render(request, "alliance/keep.html", told, status=422 if mistake else 200)
