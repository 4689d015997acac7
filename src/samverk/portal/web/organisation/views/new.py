"""Register an organisation that the registry lacks."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.create_organisation import create_organisation
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import likely_twins
from samverk.portal.web.organisation.forms.new import NewForm
from samverk.portal.web.organisation.screen import see_other
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do

AT_FIELD = {"bad_pic": "pic", "number_taken": "pic", "bad_oid": "oid", "unknown_country": "country"}
"""Reason -> the field that it concerns; the others concern the name."""


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """GET: the form. POST: register it, unless others on record are much like it; then those are shown first."""
    if request.method != "POST":
        return _shown(request, NewForm(lang=language()))
    form = NewForm(request.POST, lang=language())
    return _made(request, form) if form.is_valid() else _shown(request, form, status=422)


def _made(request: HttpRequest, form: NewForm) -> HttpResponse:
    given = form.cleaned_data | {"not_a_twin": request.POST.get("not_a_twin") == "yes"}
    try:
        made = do(request, create_organisation, about="organisation:new", **given)
    except Refusal as refusal:
        return _refused(request, form, refusal)
    told = gettext("%(name)s is registered. The agency is asked whether you act for it.")
    messages.success(request, told % {"name": made.name})
    return see_other("organisation:list")


def _refused(request: HttpRequest, form: NewForm, refusal: Refusal) -> HttpResponse:
    if refusal.reason == "likely_twin":
        return _shown(request, form, twins=_twins(form), status=422)
    form.add_error(AT_FIELD.get(refusal.reason, "name"), words_for(refusal.reason))
    return _shown(request, form, status=422)


def _twins(form: NewForm) -> list[Organisation]:
    said = form.cleaned_data
    numbers = {"pic": said["pic"], "oid": said["oid"].upper()}
    return likely_twins(names=[said["name"]], country=said["country"], website=said["website"], **numbers)


def _shown(
    request: HttpRequest, form: NewForm, *, twins: list[Organisation] | None = None, status: int = 200
) -> HttpResponse:
    return render(request, "organisation/new.html", {"form": form, "twins": twins}, status=status)
