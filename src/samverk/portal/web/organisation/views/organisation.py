"""Who acts for one organisation, and who wants to; for those who do, and the agency."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import BadMark
from samverk.portal.organisations.queries import acted_for, members, requests_for
from samverk.portal.web.shared.deeds import person

LARGEST = 2**63 - 1


@require_safe
def organisation(request: HttpRequest, organisation: int) -> HttpResponse:
    """Its members and the requests to it, from the mark `after` on."""
    try:
        row = acted_for(min(organisation, LARGEST), person(request))
        requests = requests_for(person(request), organisation_id=row.pk, after=request.GET.get("after", ""))
    except (NotFound, BadMark):
        raise Http404 from None
    told = {"organisation": row, "members": members(row), "requests": requests}
    return render(request, "organisation/page.html", told)
