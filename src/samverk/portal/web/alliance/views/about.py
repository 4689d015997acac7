"""Say what the alliance is about."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.facts import book
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.permissions import may_describe
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.about import FIELDS, AboutForm, as_saved
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.codes import grouped
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.saving import fields, over_what_is_shown


@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """GET: the form. POST: save it, unless somebody was faster; then both texts are shown."""
    found = seen(request, alliance)
    if not may_describe(person(request), found):
        raise Http404
    rules, lang = book(found), language()
    if request.method != "POST":
        return _shown(request, found, AboutForm(initial=as_saved(found), book=rules, lang=lang))
    form = AboutForm(request.POST, book=rules, lang=lang)
    return _saved(request, found, form) if form.is_valid() else _shown(request, found, form, status=422)


def _saved(request: HttpRequest, found: Alliance, form: AboutForm) -> HttpResponse:
    given = {"alliance": found.pk, "version": form.cleaned_data["version"], "changes": form.changes}
    try:
        do(request, describe, about=found.story, **given)
    except Refusal as refusal:
        return _refused(request, found, form, refusal)
    messages.success(request, gettext("What is said of the alliance is saved."))
    return see_other("alliance:page", found.pk)


def _refused(request: HttpRequest, found: Alliance, form: AboutForm, refusal: Refusal) -> HttpResponse:
    found = seen(request, found.pk)
    status = status_of(refusal)
    if status == 409:
        over_what_is_shown(form, found.version)
    return _shown(request, found, form, status=status, mistake=words_for(refusal.reason))


def _shown(
    request: HttpRequest, found: Alliance, form: AboutForm, *, status: int = 200, mistake: str = ""
) -> HttpResponse:
    """With status 409, beside each field what somebody else saved in it."""
    told: dict[str, Any] = {"alliance": found, "form": form, "mistake": mistake}
    told["fields"] = fields(form, found, FIELDS, conflict=status == 409)
    told["codes"] = {name: grouped(form[name]) for name in ("fields", "sectors")}
    return render(request, "alliance/about.html", told, status=status)
