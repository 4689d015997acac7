"""The registry as the front door asks it."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.registry import search


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Organisations whose name begins like `q`: `{hits: [{id, label, hint}], said}`; `said` is read out."""
    hits = search(request.GET.get("q", ""), language())
    said = ngettext("%(n)s organisation found", "%(n)s organisations found", len(hits)) % {"n": len(hits)}
    return JsonResponse({"hits": [hit._asdict() for hit in hits], "said": said})
