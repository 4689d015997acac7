"""What has happened in an alliance, in plain words."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import activity as entries
from samverk.portal.foundation.paging import BadMark
from samverk.portal.web.alliance.views.page import seen
from samverk.portal.web.shared.told import names_in, told


@require_safe
def activity(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """The newest first, 50 a page."""
    found = seen(request, alliance)
    try:
        page = entries(found, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    names = names_in(page.rows)
    rows = [(entry.at, told(entry, names)) for entry in page.rows]
    return render(request, "alliance/activity.html", {"alliance": found, "rows": rows, "after": page.after})
