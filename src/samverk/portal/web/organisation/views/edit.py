"""Say what an organisation is and does."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.actions.describe_organisation import describe_organisation
from samverk.portal.organisations.actions.setting import DESCRIBED
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_describe
from samverk.portal.web.organisation.forms.profile import ProfileForm, as_saved
from samverk.portal.web.organisation.screen import own, see_other, status_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.codes import grouped
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.saving import fields, over_what_is_shown


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, organisation: int) -> HttpResponse:
    """GET: the form. POST: save it, unless somebody was faster; then both texts are shown."""
    row = own(request, organisation)
    if not may_describe(person(request), row):
        raise Http404
    if request.method != "POST":
        return _shown(request, row, ProfileForm(initial=as_saved(row), lang=language()))
    form = ProfileForm(request.POST, lang=language())
    return _saved(request, row, form) if form.is_valid() else _shown(request, row, form, status=422)


def _saved(request: HttpRequest, row: Organisation, form: ProfileForm) -> HttpResponse:
    given = {"organisation_id": row.pk, "version": form.cleaned_data["version"], "changes": form.changes}
    try:
        do(request, describe_organisation, about=row.about, **given)
    except Refusal as refusal:
        return _refused(request, row, form, refusal)
    messages.success(request, gettext("What the organisation says of itself is saved."))
    return see_other("organisation:page", row.pk)


def _refused(request: HttpRequest, row: Organisation, form: ProfileForm, refusal: Refusal) -> HttpResponse:
    row.refresh_from_db()
    status = status_of(refusal)
    if status == 409:
        over_what_is_shown(form, row.version)
    return _shown(request, row, form, status=status, mistake=words_for(refusal.reason))


def _shown(
    request: HttpRequest, row: Organisation, form: ProfileForm, *, status: int = 200, mistake: str = ""
) -> HttpResponse:
    """With status 409, beside each field what somebody else saved in it."""
    told = {"organisation": row, "form": form, "mistake": mistake}
    told["fields"] = fields(form, row, DESCRIBED, conflict=status == 409)
    told["codes"] = {name: grouped(form[name]) for name in ("fields", "sectors")}
    return render(request, "organisation/edit.html", told, status=status)
