"""The files of a call: put there, take away, read before everybody can."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from samverk.portal.calls.actions.add_call_document import add_call_document
from samverk.portal.calls.actions.remove_call_document import remove_call_document
from samverk.portal.calls.queries import call_document
from samverk.portal.documents.actions.store import LARGEST
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.people.models import RoleKind
from samverk.portal.web.agency.forms.call_document import DocumentForm
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.views.call import page, seen, to_call
from samverk.portal.web.shared.deeds import do
from samverk.portal.web.shared.files import download


@require_POST
@shown_to(RoleKind.CALL_MANAGER)
def add(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """A refusal is told on the page of the call, with what was typed."""
    row = seen(request, identifier)
    form = DocumentForm(request.POST, request.FILES)
    if not form.is_valid():
        return page(request, row, form, status=422)
    file = form.cleaned_data["file"]
    given = {"content": file.read(LARGEST + 1), "name": file.name, "titles": form.titles}
    try:
        do(request, add_call_document, about=row.story, call=row.pk, **given)
    except Refusal as refusal:
        return page(request, row, form, status=422, mistake=words_for(refusal.reason))
    return to_call(request, row.pk, gettext("The file is there."))


@require_POST
@shown_to(RoleKind.CALL_MANAGER)
def remove(request: HttpRequest, identifier: UUID, document: UUID) -> HttpResponse:
    """No more than the button."""
    row = seen(request, identifier)
    try:
        do(request, remove_call_document, about=row.story, call=row.pk, document=document)
    except Refusal as refusal:
        return page(request, row, DocumentForm(), status=422, mistake=words_for(refusal.reason))
    return to_call(request, row.pk, gettext("The file is taken away."))


@require_safe
@shown_to()
def document(request: HttpRequest, identifier: UUID, document: UUID) -> HttpResponse:
    """To save."""
    try:
        return download(call_document(document, seen(request, identifier)).document)
    except NotFound:
        raise Http404 from None
