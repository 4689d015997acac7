"""Publish, amend, withdraw: each on a page that says what it means."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.calls.actions.amend_call import amend_call
from samverk.portal.calls.actions.publish_call import publish_call
from samverk.portal.calls.actions.withdraw_call import withdraw_call
from samverk.portal.calls.states import CALL, CallEvent, CallState
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.models import RoleKind
from samverk.portal.web.agency.forms.call import AmendForm, Reasons, as_saved
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.typed import Outcome, fields, not_valid, refused, status_of
from samverk.portal.web.agency.views.call import seen, to_call, told_of
from samverk.portal.web.shared.deeds import do


class Read(forms.Form):
    """The version that was read."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def publish(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: what everybody will read. POST: publish exactly that."""
    row = _in_state(request, identifier, CallEvent.PUBLISH)
    form = Read(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _shown(request, "publish", row, Read(initial={"version": row.version}), not_valid(form))
    try:
        do(request, publish_call, about=row.story, call=row.pk, version=form.cleaned_data["version"])
    except Refusal as refusal:
        row = seen(request, identifier)
        fresh = Read(initial={"version": row.version})
        return _shown(request, "publish", row, fresh, Outcome(status_of(refusal), _why(refusal)))
    return to_call(request, row.pk, gettext("The call is published. Everybody can read it."))


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def amend(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: what it says. POST: change it in the open, unless somebody was faster; then both are shown."""
    row = _in_state(request, identifier, CallEvent.AMEND)
    form = AmendForm(request.POST if request.method == "POST" else None, initial=as_saved(row))
    if not form.is_valid():
        return _shown(request, "amend", row, form, not_valid(form))
    given = {"call": row.pk, "version": form.cleaned_data["version"] or 0}
    try:
        do(request, amend_call, about=row.story, **given, changes=form.given, reasons=form.reasons)
    except Refusal as refusal:
        row = seen(request, identifier)
        return _shown(request, "amend", row, form, refused(refusal, as_saved(row)))
    return to_call(request, row.pk, gettext("The change is published. Those who follow the call are told."))


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(RoleKind.CALL_MANAGER)
def withdraw(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """GET: what it means. POST: do it; of a draft nobody asks why."""
    row = _in_state(request, identifier, CallEvent.WITHDRAW)
    kind = Reasons if row.published_at else forms.Form
    form = kind(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _shown(request, "withdraw", row, form, not_valid(form))
    try:
        do(request, withdraw_call, about=row.story, call=row.pk, reasons=getattr(form, "reasons", None))
    except Refusal as refusal:
        row = seen(request, identifier)
        return _shown(request, "withdraw", row, form, Outcome(status_of(refusal), words_for(refusal.reason)))
    return to_call(request, row.pk, gettext("The call is withdrawn."))


def _in_state(request: HttpRequest, identifier: UUID, event: CallEvent) -> Any:
    """Where nothing of the kind can be done any more there is no page; a form that was open still gets its answer."""
    row = seen(request, identifier)
    if request.method != "POST" and not CALL.allows(CallState(row.state), event):
        raise Http404
    return row


def _why(refusal: Refusal) -> str:
    """Nothing was typed here that could stand beside what somebody else saved."""
    if refusal.reason == "changed_meanwhile":
        return gettext("Somebody has changed the draft. Read it again before you publish it.")
    return words_for(refusal.reason)


def _shown(request: HttpRequest, what: str, row: Any, form: forms.Form, met: Outcome) -> HttpResponse:
    told = told_of(request, row) | {"form": form, "fields": fields(form, met.now), "mistake": met.mistake}
    return render(request, f"agency/call_{what}.html", told, status=met.status)
