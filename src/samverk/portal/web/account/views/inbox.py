"""What the portal has told the reader."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import BadMark
from samverk.portal.notices import queries
from samverk.portal.notices.actions import mark_all_read, mark_read
from samverk.portal.notices.facts import wording
from samverk.portal.notices.states import Kind
from samverk.portal.web.shared.deeds import person


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """The newest first, from the mark `after` on."""
    try:
        found = queries.inbox(person(request).pk, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    language = get_language() or person(request).language
    rows = [(row, wording(Kind(row.kind), row.facts, "", language)) for row in found.rows]
    return render(request, "account/inbox.html", {"rows": rows, "after": found.after})


@require_POST
def message(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """Mark one as read and, with `open`, go where it leads."""
    try:
        row = queries.message(identifier, person(request).pk)
        mark_read.mark_read(message_id=identifier, by=person(request).pk, at=timezone.now())
    except NotFound:
        raise Http404 from None
    to = f"/{get_language()}{row.link}" if "open" in request.POST and row.link else reverse("account:inbox")
    return HttpResponse(status=303, headers={"Location": to})


@require_POST
def read_all(request: HttpRequest) -> HttpResponse:
    """Mark all that there is now as read."""
    mark_all_read.mark_all_read(by=person(request).pk, at=timezone.now())
    return HttpResponse(status=303, headers={"Location": reverse("account:inbox")})
