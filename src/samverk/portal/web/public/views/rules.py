"""About the rules: every rule, number and source, how sure it is, and how what is open has been read."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from samverk.portal.web.public.manual import manual_or_404
from samverk.portal.web.shared.books import newest


@require_safe
def schemes(_request: HttpRequest) -> HttpResponseBase:
    """The book of the newest call; the page lists the others."""
    book = newest()
    return redirect("public:book", book.scheme, book.call)


@require_safe
def book(request: HttpRequest, scheme: str, call: str) -> HttpResponseBase:
    """One book."""
    return render(request, "public/rules.html", {"page": manual_or_404(scheme, call)})
