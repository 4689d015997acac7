"""Say that an organisation bears another name."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.rename_organisation import rename_organisation
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_rename
from samverk.portal.web.organisation.forms.rename import RenameForm
from samverk.portal.web.organisation.screen import own, see_other, status_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.saving import over_what_is_shown

AT_FIELD = {"not_yet": "since", "named_later": "since", "unknown_language": "language"}
"""Reason -> the field that it concerns; the others concern the name."""


@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, organisation: int) -> HttpResponse:
    """GET: the form. POST: the new name; the one before is kept with its days."""
    row = own(request, organisation)
    if not may_rename(person(request), row):
        raise Http404
    if request.method != "POST":
        return _shown(request, row, RenameForm(initial={"version": row.version}, lang=language()))
    form = RenameForm(request.POST, lang=language())
    return _renamed(request, row, form) if form.is_valid() else _shown(request, row, form, 422)


def _renamed(request: HttpRequest, row: Organisation, form: RenameForm) -> HttpResponse:
    try:
        do(request, rename_organisation, about=row.about, organisation_id=row.pk, **form.cleaned_data)
    except Refusal as refusal:
        return _refused(request, row, form, refusal)
    messages.success(request, gettext("The new name is saved. The one before finds the organisation still."))
    return see_other("organisation:page", row.pk)


def _refused(request: HttpRequest, row: Organisation, form: RenameForm, refusal: Refusal) -> HttpResponse:
    status = status_of(refusal)
    if status == 409:
        row.refresh_from_db()
        form.add_error(None, words_for(refusal.reason))
        over_what_is_shown(form, row.version)
    else:
        form.add_error(AT_FIELD.get(refusal.reason, "name"), words_for(refusal.reason))
    return _shown(request, row, form, status)


def _shown(request: HttpRequest, row: Organisation, form: RenameForm, status: int = 200) -> HttpResponse:
    """The name that is on record stands above the form."""
    return render(request, "organisation/rename.html", {"organisation": row, "form": form}, status=status)
