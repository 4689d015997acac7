"""Which letters come, and how."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.notices.actions.set_preference import set_preference
from samverk.portal.notices.queries import preferences
from samverk.portal.notices.states import Delivery, Kind
from samverk.portal.web.account.wording import DELIVERIES, KINDS
from samverk.portal.web.shared.deeds import person


@require_http_methods(["GET", "HEAD", "POST"])
def notices(request: HttpRequest) -> HttpResponse:
    """One form of all kinds; what it does not say of a kind, or not in our words, stays as it was."""
    chosen = preferences(person(request).pk)
    if request.method != "POST":
        rows = [(kind, words, chosen[kind]) for kind, words in KINDS.items()]
        return render(request, "account/notices.html", {"rows": rows, "deliveries": DELIVERIES.items()})
    for kind, delivery in _typed(request).items():
        if delivery != chosen[kind]:
            set_preference(kind=kind, delivery=delivery, by=person(request).pk)
    messages.success(request, gettext("Your choice is saved."))
    return HttpResponse(status=303, headers={"Location": reverse("account:notices")})


def _typed(request: HttpRequest) -> dict[Kind, Delivery]:
    given = {kind: request.POST.get(kind, "") for kind in Kind}
    return {kind: Delivery(typed) for kind, typed in given.items() if typed in set(Delivery)}
