"""From the case in a link to an alliance that people form."""

import re
from secrets import token_urlsafe

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.keep import CannotKeep
from samverk.portal.alliances.actions.keep import keep as do_keep
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do
from samverk.portal.web.shared.naming import called
from samverk.portal.web.shared.state import CannotOpen, decode
from samverk.scheme.book import open_book
from samverk.scheme.book.load import NoSuchBook
from samverk.scheme.facts import Case
from samverk.scheme.words import words


@require_http_methods(["GET", "HEAD", "POST"])
def keep(request: HttpRequest) -> HttpResponse:
    """GET: what will be kept, and the question which organisation is one's own. POST: keep it."""
    case = _case(request.GET.get("case", ""))
    if request.method != "POST":
        return _shown(request, case)
    if "own" not in request.POST:
        return _shown(request, case, gettext("Say which organisation is yours, or that none is yet."))
    try:
        kept = do(request, do_keep, about="alliance:new", case=case, own=request.POST["own"], once=_once(request))
    except CannotKeep as refusal:
        return _shown(request, case, words_for(refusal.reason))
    messages.success(request, gettext("The alliance is kept. Say what it is about, and invite the others."))
    return see_other("alliance:page", kept.pk)


def _once(request: HttpRequest) -> str:
    """The key of the form that was sent; one of a stranger's making is none."""
    sent = request.POST.get("once", "")
    return sent if re.fullmatch(r"[\w-]{1,64}", sent) else ""


def _case(token: str) -> Case:
    try:
        case = decode(token)
        open_book(case.scheme, case.call)
    except (CannotOpen, NoSuchBook):
        raise Http404 from None
    return case


def _shown(request: HttpRequest, case: Case, mistake: str = "") -> HttpResponse:
    book, say = open_book(case.scheme, case.call), words(language())
    theirs = [(p.id, called(p.name, p.category or "", p.country or "", book, say)) for p in case.participants]
    told = {"case": case, "mistake": mistake, "theirs": theirs, "once": _once(request) or token_urlsafe(24)}
    return render(request, "alliance/keep.html", told, status=422 if mistake else 200)
