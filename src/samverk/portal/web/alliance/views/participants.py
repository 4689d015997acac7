"""The deeds done to a participant by one button, and the hand-over of the coordination."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.answer_offer import decline_lead, take_lead
from samverk.portal.alliances.actions.withdraw_offer import withdraw_offer
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.confirm import without
from samverk.portal.web.alliance.verbs import VERBS, Verb
from samverk.portal.web.alliance.views.page import refused, seen
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person

LEAD = {"take": take_lead, "decline": decline_lead, "withdraw": withdraw_offer}
LED = {
    "take": _("Your organisation coordinates the alliance now."),
    "decline": _("You have declined the coordination."),
    "withdraw": _("The offer of the coordination is taken back."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def participant(request: HttpRequest, alliance: UUID, participant: UUID, verb: str) -> HttpResponse:
    """Withdraw, remove, leave, offer, remind. GET: what would follow, of those that ask first."""
    if verb not in VERBS:
        raise Http404
    found = seen(request, alliance)
    row = one_of(found, participant)
    if request.method != "POST":
        return _asked(request, found, row, VERBS[verb])
    try:
        do(request, VERBS[verb].action, about=f"participant:{participant}", participant_id=participant)
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    messages.success(request, VERBS[verb].done % {"name": row.name or gettext("Organisation without a name")})
    return see_other("alliance:list") if verb == "leave" else see_other("alliance:page", alliance)


def _asked(request: HttpRequest, found: Alliance, row: Participant, verb: Verb) -> HttpResponse:
    if not verb.asks:
        return HttpResponseNotAllowed(["POST"])
    if not verb.may(person(request), found, row):
        raise Http404
    counts = verb.name != "offer" and row.counted
    told = {"alliance": found, "participant": row, "verb": verb}
    told["outlook"] = without(found, row, language()) if counts else None
    return render(request, "alliance/confirm.html", told)


@require_POST
def lead(request: HttpRequest, alliance: UUID, verb: str) -> HttpResponse:
    """Take the coordination that is offered, decline it, or withdraw the offer."""
    if verb not in LEAD:
        raise Http404
    try:
        do(request, LEAD[verb], about=f"alliance:{alliance}", alliance=alliance)
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    messages.success(request, LED[verb])
    return see_other("alliance:page", alliance)


def one_of(alliance: Alliance, identifier: UUID) -> Participant:
    """A participant of the alliance. Raises Http404."""
    try:
        return queries.participant(alliance, identifier)
    except NotFound:
        raise Http404 from None
