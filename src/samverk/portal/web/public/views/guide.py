"""What a scheme is, in plain words, from its rulebook."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from samverk.portal.web.public.manual import manual_or_404
from samverk.portal.web.shared.books import newest


@require_safe
def schemes(_request: HttpRequest) -> HttpResponseBase:
    """The scheme that a visitor most likely means; the page lists the others."""
    book = newest()
    return redirect("public:scheme", book.scheme, book.call)


@require_safe
def scheme(request: HttpRequest, scheme: str, call: str) -> HttpResponseBase:
    """One scheme as one call applied it."""
    return render(request, "public/guide.html", {"page": manual_or_404(scheme, call)})
