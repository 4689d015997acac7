"""Decline to sign a mandate."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.decline_mandate import decline_mandate as do_decline
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.forms.mandate import DeclineForm
from samverk.portal.web.alliance.views.mandate import answered_by, nothing, of_link, shown
from samverk.portal.web.alliance.views.page import status_of
from samverk.portal.web.shared.deeds import do


@never_cache
@require_POST
def decline_mandate(request: HttpRequest, token: str) -> HttpResponse:
    """With a reason, if there is one."""
    found = of_link(token)
    if found is None or not (answered_by(request, found) or found.can_be_answered(timezone.now())):
        return nothing(request)
    form = DeclineForm(request.POST)
    if answered_by(request, found):
        return see_other("alliance:mandate", token)
    if not form.is_valid():
        return shown(request, found, token, form, status=422)
    try:
        do(request, do_decline, about=found.about, token=token, **form.cleaned_data)
    except Http404:
        return nothing(request)
    except Refusal as refusal:
        form.add_error(None, words_for(refusal.reason))
        return shown(request, queries.mandate_of(token), token, form, status=status_of(refusal))
    return see_other("alliance:mandate", token)
