"""Files that show that what an organisation says of itself is so."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from samverk.portal.documents.actions.store import LARGEST, CannotStore
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.add_evidence import add_evidence
from samverk.portal.organisations.actions.remove_evidence import remove_evidence
from samverk.portal.organisations.models import Evidence, Organisation
from samverk.portal.organisations.permissions import may_keep_evidence
from samverk.portal.organisations.queries import evidence_seen
from samverk.portal.web.organisation.forms.evidence import EvidenceForm
from samverk.portal.web.organisation.screen import own, see_other
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.files import download


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, organisation: int) -> HttpResponse:
    """GET: the form. POST: keep the file, for the members and the agency."""
    row = own(request, organisation)
    if not may_keep_evidence(person(request), row):
        raise Http404
    if request.method != "POST":
        return _shown(request, row, EvidenceForm())
    form = EvidenceForm(request.POST, request.FILES)
    return _added(request, row, form) if form.is_valid() else _shown(request, row, form, 422)


def _added(request: HttpRequest, row: Organisation, form: EvidenceForm) -> HttpResponse:
    file: UploadedFile = form.cleaned_data["file"]
    given = {"content": file.read(LARGEST + 1), "name": file.name or "", "purpose": form.cleaned_data["purpose"]}
    try:
        do(request, add_evidence, about=row.about, organisation_id=row.pk, **given)
    except Refusal as refusal:
        form.add_error("file" if isinstance(refusal, CannotStore) else None, words_for(refusal.reason))
        return _shown(request, row, form, 422)
    messages.success(request, gettext("The file is kept. Only the members and the agency can read it."))
    return see_other("organisation:page", row.pk)


def _shown(request: HttpRequest, row: Organisation, form: EvidenceForm, status: int = 200) -> HttpResponse:
    return render(request, "organisation/evidence.html", {"organisation": row, "form": form}, status=status)


@require_safe
def file(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """The file, to save."""
    return download(_seen(request, identifier).document)


@require_POST
def remove(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """No more than the button."""
    row = _seen(request, identifier)
    try:
        do(request, remove_evidence, about=row.organisation.about, evidence_id=identifier)
    except Refusal as refusal:
        messages.error(request, words_for(refusal.reason))
    else:
        messages.success(request, gettext("The file is taken away. Nobody can read it any more."))
    return see_other("organisation:page", row.organisation_id)


def _seen(request: HttpRequest, identifier: UUID) -> Evidence:
    try:
        return evidence_seen(identifier, person(request))
    except NotFound:
        raise Http404 from None
