"""Say what an organisation is and does in the alliance."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.describe_participant import describe_participant
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.permissions import may_describe_participant
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.participant import FIELDS, ParticipantForm, as_saved
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.alliance.views.participants import one_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person
from samverk.portal.web.shared.saving import fields, over_what_is_shown


@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest, alliance: UUID, participant: UUID) -> HttpResponse:
    """GET: the form. POST: save it, unless somebody was faster; then both texts are shown."""
    found = seen(request, alliance)
    row = one_of(found, participant)
    if not may_describe_participant(person(request), found, row):
        raise Http404
    if request.method != "POST":
        return _shown(request, row, _form(found, initial=as_saved(row)))
    form = _form(found, request.POST)
    return _saved(request, row, form) if form.is_valid() else _shown(request, row, form, status=422)


def _form(found: Alliance, *given: object, **named: object) -> ParticipantForm:
    return ParticipantForm(*given, call=(found.scheme, found.call), lang=language(), **named)


def _saved(request: HttpRequest, row: Participant, form: ParticipantForm) -> HttpResponse:
    given = {"participant_id": row.pk, "version": form.cleaned_data["version"], "changes": form.changes}
    try:
        do(request, describe_participant, about=row.about, **given)
    except Refusal as refusal:
        return _refused(request, row, form, refusal)
    told = gettext("What is said of %(name)s is saved.")
    messages.success(request, told % {"name": form.changes["name"] or gettext("Organisation without a name")})
    return see_other("alliance:page", row.alliance_id)


def _refused(request: HttpRequest, row: Participant, form: ParticipantForm, refusal: Refusal) -> HttpResponse:
    row = one_of(seen(request, row.alliance_id), row.pk)
    status = status_of(refusal)
    if status == 409:
        over_what_is_shown(form, row.version)
    return _shown(request, row, form, status=status, mistake=words_for(refusal.reason))


def _shown(
    request: HttpRequest, row: Participant, form: ParticipantForm, *, status: int = 200, mistake: str = ""
) -> HttpResponse:
    """With status 409, beside each field what somebody else saved in it."""
    told = {"alliance": row.alliance, "participant": row, "form": form, "mistake": mistake}
    told["fields"] = fields(form, row, FIELDS, conflict=status == 409).values()
    return render(request, "alliance/describe.html", told, status=status)
