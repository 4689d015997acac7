"""A call as the agency sees it: what it says, its files, what was changed, and what can be done with it."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from samverk.portal.calls import queries
from samverk.portal.calls.actions.change_draft import change_draft
from samverk.portal.calls.actions.prepare_call import prepare_call
from samverk.portal.calls.facts import title
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.people.models import RoleKind
from samverk.portal.web.agency.forms.call import CallForm, as_saved
from samverk.portal.web.agency.forms.call_document import DocumentForm
from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.agency.typed import Outcome, fields, not_valid, refused
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.countdown import own_zone
from samverk.portal.web.shared.deeds import do, person
from samverk.scheme.words import words


@require_safe
@shown_to()
def call(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """To read for all the agency's people; the deeds are the call manager's."""
    return page(request, seen(request, identifier), DocumentForm())


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def new(request: HttpRequest) -> HttpResponse:
    """GET: an empty form. POST: a draft."""
    form = CallForm(request.POST if request.method == "POST" else None, lang=language())
    if not form.is_valid():
        return _form(request, form, not_valid(form))
    try:
        made = do(request, prepare_call, about="call:new", **form.given)
    except Refusal as refusal:
        return _form(request, form, refused(refusal, {}))
    return to_call(request, made.pk, gettext("The draft is saved. Only the agency sees it."))


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def change(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: what the draft says. POST: save it, unless somebody was faster; then both are shown."""
    row = seen(request, identifier)
    if row.state != CallState.DRAFT:
        raise Http404
    form = CallForm(request.POST if request.method == "POST" else None, initial=as_saved(row), lang=language())
    if not form.is_valid():
        return _form(request, form, not_valid(form), row)
    given = {"call": row.pk, "version": form.cleaned_data["version"], "changes": form.given}
    try:
        do(request, change_draft, about=row.story, **given)
    except Refusal as refusal:
        row = seen(request, identifier)
        return _form(request, form, refused(refusal, as_saved(row)), row)
    return to_call(request, row.pk, gettext("The draft is saved. Only the agency sees it."))


def seen(request: HttpRequest, identifier: UUID) -> Any:
    """A call, in whatever state. Raises Http404."""
    try:
        return queries.call_for(identifier, person(request))
    except NotFound:
        raise Http404 from None


def page(request: HttpRequest, row: Any, form: DocumentForm, *, status: int = 200, mistake: str = "") -> HttpResponse:
    """The page of the call. `form`: what was typed of a file."""
    told = told_of(request, row) | {"form": form, "mistake": mistake}
    told["acts"] = RoleKind.CALL_MANAGER in roles(request)
    told["amendments"] = [(made, made.reason(language())) for made in queries.amendments(row)]
    told["waiting"] = queries.waiting([row]).get(row.pk, 0)
    return render(request, "agency/call.html", told, status=status)


def told_of(request: HttpRequest, row: Any) -> dict[str, Any]:
    """What every screen about one call says of it."""
    lang = language()
    return {
        "call": row,
        "title": f"{title(row, lang)} {row.edition}",
        "standing": row.seen_as(timezone.now()),
        "envelope": "" if row.envelope is None else words(lang).amount(row.envelope, "EUR"),
        "files": [(file, file.title(lang)) for file in queries.documents(row)],
        "withdrawn_because": row.withdrawn_because(lang),
        "own_zone": own_zone(request),
    }


def to_call(request: HttpRequest, identifier: UUID, said: str) -> HttpResponse:
    """Back to its page, with what was done."""
    messages.success(request, said)
    return HttpResponse(status=303, headers={"Location": reverse("agency:call", args=[identifier])})


def _form(request: HttpRequest, form: forms.Form, met: Outcome, row: Any = None) -> HttpResponse:
    told = {"form": form, "fields": fields(form, met.now), "call": row, "mistake": met.mistake}
    return render(request, "agency/call_form.html", told, status=met.status)
