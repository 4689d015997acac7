"""Ask an organisation in."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from samverk.portal.alliances.actions.invite import invite as do_invite
from samverk.portal.alliances.permissions import may_invite
from samverk.portal.foundation.decision import Refusal
from samverk.portal.web.alliance.addresses import invitation_link
from samverk.portal.web.alliance.forms.invite import InviteForm
from samverk.portal.web.alliance.views.page import refused, seen
from samverk.portal.web.alliance.views.participants import one_of
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import do, person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, alliance: UUID, participant: UUID) -> HttpResponse:
    """GET: whom to write to. POST: the link, once; only its digest is kept, so the answer cannot be a redirect."""
    found = seen(request, alliance)
    row = one_of(found, participant)
    told = {"alliance": found, "participant": row}
    if request.method != "POST":
        if not may_invite(person(request), found, row):
            raise Http404
        return render(request, "alliance/invite.html", told | {"form": InviteForm(initial={"language": language()})})
    form = InviteForm(request.POST)
    if not form.is_valid():
        return render(request, "alliance/invite.html", told | {"form": form}, status=422)
    try:
        token = do(
            request, do_invite, about=f"participant:{participant}", participant_id=participant, **form.cleaned_data
        )
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    link = invitation_link(request, token, form.cleaned_data["language"])
    return render(request, "alliance/invited.html", told | {"link": link, "address": form.cleaned_data["address"]})
