"""An alliance: who is in it, what the rules say, what is said."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.portal.alliances import queries
from samverk.portal.alliances.models import Alliance
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.web.alliance.screen import Page
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.deeds import person


@require_safe
def page(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """The page; a stranger finds none."""
    found = seen(request, alliance)
    try:
        return shown(
            request, Page(found, person(request), language(), timezone.now(), after=request.GET.get("after", ""))
        )
    except BadMark:
        raise Http404 from None


def seen(request: HttpRequest, identifier: UUID) -> Alliance:
    """An alliance that the reader may see. Raises Http404."""
    try:
        return queries.alliance(identifier, person(request))
    except NotFound:
        raise Http404 from None


def refused(request: HttpRequest, identifier: UUID, refusal: Refusal, typed: str = "") -> HttpResponse:
    """The page as it is now, with why the deed was refused and what was typed."""
    mistake = words_for(refusal.reason)
    page = Page(seen(request, identifier), person(request), language(), timezone.now(), mistake=mistake, typed=typed)
    return shown(request, page, status=status_of(refusal))


def status_of(refusal: Refusal) -> int:
    """Somebody was faster, or it cannot be done as asked."""
    return 409 if refusal.reason == "changed_meanwhile" else 422


def shown(request: HttpRequest, page: Page, status: int = 200) -> HttpResponse:
    return render(request, "alliance/page.html", {"page": page}, status=status)
