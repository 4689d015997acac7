"""The outlines of the map's countries, in a file that browsers keep."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from samverk.portal.web.shared import picture


@require_safe
def outlines(_request: HttpRequest, edition: str) -> HttpResponse:
    """The drawing of that edition: another edition is another address, so this one may be kept for ever."""
    if edition != picture.edition():
        raise Http404
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return HttpResponse(picture.outlines(), content_type="image/svg+xml", headers=headers)
