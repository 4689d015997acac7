"""Cases and books as addresses name them, and what to say of an address that names none."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from samverk.portal.web.shared.books import newest
from samverk.portal.web.shared.state import CannotOpen, TooMuch, decode
from samverk.scheme.book import Book, open_book
from samverk.scheme.book.load import NoSuchBook
from samverk.scheme.facts import Case

View = Callable[..., HttpResponseBase]


def told(view: View) -> View:
    """The view, with a page that says what to do where there is no case to show."""

    @wraps(view)
    def answered(request: HttpRequest, *args: str, **kwargs: str) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except CannotOpen as refusal:
            return _refused(request, refusal.reason)
        except TooMuch:
            return _refused(request, "too_big")

    return answered


def _refused(request: HttpRequest, reason: str) -> HttpResponseBase:
    return render(request, "public/cannot_open.html", {"reason": reason}, status=400)


def opened(request: HttpRequest) -> tuple[Case, Book]:
    """The case in the address, or an empty one, and its book. Raises `CannotOpen`."""
    token = request.GET.get("case")
    if token is None:
        book = newest()
        return Case(scheme=book.scheme, call=book.call), book
    case = decode(token)
    return case, book_of(case.scheme, case.call)


def book_of(scheme: str, call: str) -> Book:
    """The book of that name. Raises `CannotOpen`."""
    try:
        return open_book(scheme, call)
    except NoSuchBook:
        raise CannotOpen("no_such_call") from None
