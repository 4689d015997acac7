"""Add an organisation to the alliance, or put it in the place of another."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.add_participant import add_participant
from samverk.portal.alliances.facts import book
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.permissions import may_add
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.confirm import without
from samverk.portal.web.alliance.forms.add import AddForm, picked
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.alliance.views.participants import one_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.registry import Hit, search
from samverk.scheme.facts import Participant as Given


@dataclass(frozen=True)
class Answer:
    """What the screen says. `hits`: what a search of the registry found; none if nobody searched."""

    mistake: str = ""
    status: int = 200
    hits: tuple[Hit, ...] | None = None


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """GET: the form. POST: search the registry, pick from it, or add what was typed."""
    found = seen(request, alliance)
    if not may_add(person(request), found):
        raise Http404
    before = _replaced(request, found)
    form = AddForm(request.POST or None, book=book(found))
    deed, _colon, number = request.POST.get("do", "").partition(":")
    if request.method != "POST":
        return _shown(request, found, before, form, Answer())
    if deed == "search":
        return _shown(request, found, before, form, Answer(hits=search(request.POST.get("name", ""), language())))
    given = picked(number, found, book(found)) if deed == "pick" else form.facts(found) if form.is_valid() else None
    if given is None:
        return _shown(request, found, before, form, Answer(status=422))
    return _added(request, found, before, form, given)


def _replaced(request: HttpRequest, found: Alliance) -> Participant | None:
    text = request.GET.get("replaces", "")
    try:
        return one_of(found, UUID(text)) if text else None
    except ValueError:
        raise Http404 from None


def _added(
    request: HttpRequest, found: Alliance, before: Participant | None, form: AddForm, given: Given
) -> HttpResponse:
    told = {"alliance": found.pk, "given": given, "replaces": before.pk if before else None}
    try:
        made = do(request, add_participant, about=found.story, **told)
    except Refusal as refusal:
        return _shown(request, found, before, form, Answer(words_for(refusal.reason), status_of(refusal)))
    told_name = made.name or gettext("Organisation without a name")
    messages.success(request, gettext("%(name)s is added. Invite it when you are ready.") % {"name": told_name})
    return see_other("alliance:page", found.pk)


def _shown(
    request: HttpRequest, found: Alliance, before: Participant | None, form: AddForm, answer: Answer
) -> HttpResponse:
    outlook = without(found, before, language()) if before and before.counted else None
    told = {"alliance": found, "replaced": before, "form": form, "outlook": outlook, "answer": answer}
    return render(request, "alliance/add.html", told, status=answer.status)
