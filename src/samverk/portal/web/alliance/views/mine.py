"""The alliances that a person is in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import alliances_of
from samverk.portal.foundation.paging import BadMark
from samverk.portal.web.alliance.wording import ALLIANCES
from samverk.portal.web.shared.deeds import person


@require_safe
def alliances(request: HttpRequest) -> HttpResponse:
    """Those that the person founded or speaks for an organisation in, the newest first."""
    try:
        found = alliances_of(person(request), after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    rows = [(row, ALLIANCES[row.state]) for row in found.rows]
    return render(request, "alliance/list.html", {"rows": rows, "after": found.after})
