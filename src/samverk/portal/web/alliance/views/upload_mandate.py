"""Hand in a mandate that was signed by hand."""

from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.upload_mandate import upload_mandate as do_upload
from samverk.portal.alliances.models import Participant
from samverk.portal.alliances.permissions import may_upload_mandate
from samverk.portal.alliances.queries import asked_mandate
from samverk.portal.documents.actions.store import LARGEST, CannotStore
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.mandate import UploadForm
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.alliance.views.participants import one_of
from samverk.portal.web.shared.deeds import do, person


@require_http_methods(["GET", "HEAD", "POST"])
def upload_mandate(request: HttpRequest, alliance: UUID, participant: UUID) -> HttpResponse:
    """GET: the paper to print, and where to put the scan. POST: the scan."""
    found = seen(request, alliance)
    row = one_of(found, participant)
    if request.method != "POST":
        if not may_upload_mandate(person(request), found, row):
            raise Http404
        return _shown(request, row, UploadForm())
    form = UploadForm(request.POST, request.FILES)
    return _uploaded(request, row, form) if form.is_valid() else _shown(request, row, form, status=422)


def _uploaded(request: HttpRequest, row: Participant, form: UploadForm) -> HttpResponse:
    scan: UploadedFile = form.cleaned_data["scan"]
    given = {"content": scan.read(LARGEST + 1), "name": scan.name or ""}  # one byte too many is enough to refuse
    try:
        do(request, do_upload, about=row.about, participant_id=row.pk, **given)
    except CannotStore as refusal:
        form.add_error("scan", words_for(refusal.reason))
        return _shown(request, row, form, status=422)
    except Refusal as refusal:
        form.add_error(None, words_for(refusal.reason))
        return _shown(request, row, form, status=status_of(refusal))
    messages.success(request, gettext("The signed mandate of %(name)s is handed in.") % {"name": row.name})
    return see_other("alliance:page", row.alliance_id)


def _shown(request: HttpRequest, row: Participant, form: UploadForm, *, status: int = 200) -> HttpResponse:
    told = {"alliance": row.alliance, "participant": row, "form": form, "asked": asked_mandate(row)}
    return render(request, "alliance/upload_mandate.html", told, status=status)
