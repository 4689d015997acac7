"""Whether anything has happened since the page was shown, and if so its parts that change."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import pulse as beat
from samverk.portal.foundation.decision import NotFound
from samverk.portal.web.alliance.screen import Page
from samverk.portal.web.alliance.views.page import seen
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import person


@never_cache
@require_safe
def pulse(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """204 as long as all is as it was at the entry `seen`; then the parts of the page, as htmx puts them in place."""
    try:
        now = beat(alliance, person(request))
    except NotFound:
        raise Http404 from None
    if str(now) == request.GET.get("seen", ""):
        return HttpResponse(status=204)
    page = Page(seen(request, alliance), person(request), language(), timezone.now())
    return render(request, "alliance/page/live.html", {"page": page})
