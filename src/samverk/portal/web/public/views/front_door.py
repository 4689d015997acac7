"""Can your alliance apply? Every state of the page is an address; every deed is a plain form button."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from samverk.portal.web.public.forms import deeds
from samverk.portal.web.public.forms.front_door import Mistake, Typed, typed_from, typed_of, understood
from samverk.portal.web.public.opening import book_of, opened, told
from samverk.portal.web.public.registry import finder, redated
from samverk.portal.web.public.screen import Page
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.registry import search
from samverk.portal.web.shared.state import CannotOpen, decode
from samverk.scheme.book import Book
from samverk.scheme.facts import Case


@require_http_methods(["GET", "HEAD", "POST"])
@told
def front_door(request: HttpRequest) -> HttpResponseBase:
    """GET: the case in the address. POST: one deed, or a changed field."""
    if request.method == "POST":
        return _posted(request)
    case, book = opened(request)
    before = decode(request.GET["before"]) if "before" in request.GET else None
    return _whole(request, Page(typed_of(case), case, book, language(), before=before))


def _posted(request: HttpRequest) -> HttpResponseBase:
    typed = typed_from(request.POST)
    book = book_of(typed.scheme, typed.call)
    page = _page(deeds.do(request.POST, _fitted(typed, request.POST, book), finder(book.terms.deadline.day)), book)
    request.META["QUERY_STRING"] = f"case={page.token}"  # links to "this page" mean the page with this case
    if request.htmx:  # type: ignore[attr-defined]
        return _fragment(request, page)
    if page.mistakes or page.draft.begun:
        return _whole(request, page, status=422 if page.mistakes else 200)
    return _redirect(page)


def _fitted(typed: Typed, post: QueryDict, book: Book) -> Typed:
    """What came with the book that was shown before, made to fit this one: aims, and charters on its closing day."""
    typed = replace(typed, aims=tuple(aim for aim in typed.aims if aim in book.eligibility.aims))
    shown, _sep, call = post.get("shown", "").partition("/")
    if not call or (shown, call) == (book.scheme, book.call):
        return typed
    return redated(typed, book_of(shown, call).terms.deadline.day, book.terms.deadline.day)


def _page(done: deeds.Done, book: Book) -> Page:
    case, mistakes = _case(done.typed)
    return Page(
        done.typed,
        case,
        book,
        language(),
        (*mistakes, *done.mistakes),
        done.draft,
        done.focus,
        _case(done.before)[0] if done.before else None,
        search(done.draft.name, language()) if done.searched else None,
    )


def _case(typed: Typed) -> tuple[Case, tuple[Mistake, ...]]:
    """Fields that no form of ours sends are no case."""
    try:
        return understood(typed)
    except ValidationError:
        raise CannotOpen("damaged") from None


def _whole(request: HttpRequest, page: Page, status: int = 200) -> HttpResponse:
    return render(request, "public/front_door.html", {"page": page}, status=status)


def _redirect(page: Page) -> HttpResponse:
    before = f"&before={page.undo}" if page.before else ""
    place = f"#{page.focus}" if page.focus else ""
    return HttpResponseRedirect(f"{page.address}{before}{place}", status=303)


def _fragment(request: HttpRequest, page: Page) -> HttpResponse:
    """After a deed the whole work area; after a change all but the fields, which may be in use."""
    whole = bool(page.focus) or request.POST.get("shown") != page.book_key
    page = page if page.focus or not whole else replace(page, focus="book")
    name = "deed" if whole else "update"
    response = render(request, f"public/front_door/{name}.html", {"page": page})
    if whole:
        response["HX-Retarget"], response["HX-Reswap"] = "#workspace", "outerHTML"
    if QueryDict(request.headers.get("HX-Current-URL", "").partition("?")[2]).getlist("case") != [page.token]:
        response["HX-Push-Url"] = page.address
    return response
