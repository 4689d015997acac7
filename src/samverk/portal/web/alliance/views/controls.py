"""Who controls whom among the participants (S7)."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.declare_control import declare_control, retract_control
from samverk.portal.alliances.facts import book
from samverk.portal.alliances.permissions import may_declare_control
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.parts import Parts
from samverk.portal.web.alliance.views.page import seen, status_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person

DEEDS = {"declare": declare_control, "retract": retract_control}


@require_http_methods(["GET", "HEAD", "POST"])
def controls(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """GET: the links there are, and a form for one more. POST: declare one, or retract it."""
    if request.method != "POST":
        return _shown(request, alliance)
    deed = DEEDS.get(request.POST.get("do", ""))
    if deed is None:
        raise Http404
    try:
        do(request, deed, about=f"alliance:{alliance}", alliance=alliance, **_ends(request))
    except Refusal as refusal:
        return _shown(request, alliance, words_for(refusal.reason), status_of(refusal))
    return see_other("alliance:controls", alliance)


def _ends(request: HttpRequest) -> dict[str, str]:
    """The owner is a participant, or somebody outside by name."""
    sent = request.POST
    owner = sent.get("controller", "") or sent.get("owner", "").strip()
    return {"controller": owner, "controlled": sent.get("controlled", "")}


def _shown(request: HttpRequest, identifier: UUID, mistake: str = "", status: int = 200) -> HttpResponse:
    found = seen(request, identifier)
    if not (mistake or may_declare_control(person(request), found)):
        raise Http404
    parts = Parts(found, person(request), language(), book(found))
    told = {
        "alliance": found,
        "links": parts.links,
        "rows": [row for row in parts.rows if not row.participant.gone],
        "mistake": mistake,
        "typed": request.POST,
    }
    return render(request, "alliance/controls.html", told, status=status)
