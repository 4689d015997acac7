"""Say which organisation of the registry controls this one, or is controlled by it, and take that back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.retract_organisation_control import retract_organisation_control
from samverk.portal.organisations.models import Organisation
from samverk.portal.web.organisation.screen import LARGEST, own, see_other, status_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do
from samverk.portal.web.shared.registry import search


@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: HttpRequest, organisation: int) -> HttpResponse:
    """GET: the form. POST: search the registry, or pick the other one from it; `way`: `owner` or `owned`."""
    row = own(request, organisation)
    if request.method != "POST":
        return _shown(request, row, {})
    deed, _colon, number = request.POST.get("do", "").partition(":")
    if deed == "pick":
        return _declared(request, row, _number(number))
    text = request.POST.get("name", "").strip()
    mistake = "" if text else gettext("Write the beginning of a name.")
    return _shown(request, row, {"hits": search(text, language()), "mistake": mistake}, 422 if mistake else 200)


def _declared(request: HttpRequest, row: Organisation, other: int) -> HttpResponse:
    pair = (other, row.pk) if request.POST.get("way") == "owner" else (row.pk, other)
    given = dict(zip(("controller_id", "controlled_id"), pair, strict=True))
    try:
        do(request, declare_organisation_control, about=row.about, **given)
    except Refusal as refusal:
        return _shown(request, row, {"mistake": words_for(refusal.reason)}, status_of(refusal))
    messages.success(request, gettext("From now on the two count as one wherever both are in one alliance."))
    return see_other("organisation:page", row.pk)


@require_POST
def retract(request: HttpRequest, organisation: int) -> HttpResponse:
    """`controller` and `controlled`: rows of the registry, one of them this one."""
    row = own(request, organisation)
    pair = {f"{end}_id": _number(request.POST.get(end, "")) for end in ("controller", "controlled")}
    if row.pk not in pair.values():
        raise Http404
    try:
        do(request, retract_organisation_control, about=row.about, **pair)
    except Refusal as refusal:
        messages.error(request, words_for(refusal.reason))
    else:
        messages.success(request, gettext("It is on record no more that one controls the other."))
    return see_other("organisation:page", row.pk)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Http404
    return min(int(text[:20]), LARGEST)


def _shown(request: HttpRequest, row: Organisation, answer: dict[str, object], status: int = 200) -> HttpResponse:
    """`hits`: what a search of the registry found; none if nobody searched."""
    typed = {"name": request.POST.get("name", ""), "way": request.POST.get("way", "owned")}
    told = {"organisation": row, "typed": typed, "hits": None, **answer}
    return render(request, "organisation/control.html", told, status=status)
