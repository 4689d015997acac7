"""The papers of a mandate, to save."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samverk.portal.alliances.queries import mandate_seen
from samverk.portal.foundation.decision import NotFound
from samverk.portal.web.shared.deeds import person
from samverk.portal.web.shared.files import download


@require_safe
def mandate_paper(request: HttpRequest, mandate: UUID, which: str) -> HttpResponse:
    """`which`: `paper`, to be signed, or `signed`: with the signature page, or the scan that was handed in."""
    try:
        found = mandate_seen(mandate, person(request))
    except NotFound:
        raise Http404 from None
    document = {"paper": found.paper, "signed": found.signed_paper}.get(which)
    if document is None:
        raise Http404
    return download(document)
