"""Every call in every state."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.portal.calls import queries
from samverk.portal.calls.facts import title
from samverk.portal.foundation.paging import BadMark
from samverk.portal.people.models import RoleKind
from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import person


@require_safe
@shown_to()
def calls(request: HttpRequest) -> HttpResponse:
    """The last to close in front, with how many questions wait."""
    try:
        found = queries.calls(person(request), after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    waiting, lang, at = queries.waiting(found.rows), language(), timezone.now()
    rows = [(row, title(row, lang), row.seen_as(at), waiting.get(row.pk, 0)) for row in found.rows]
    acts = RoleKind.CALL_MANAGER in roles(request)
    return render(request, "agency/calls.html", {"rows": rows, "after": found.after, "acts": acts})
