"""The case and its verdict as files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from samverk.portal.web.public.case_file import as_toml, file_name
from samverk.portal.web.public.forms.front_door import typed_of
from samverk.portal.web.public.opening import opened, told
from samverk.portal.web.public.paper import report
from samverk.portal.web.public.report import render
from samverk.portal.web.public.screen import Page
from samverk.portal.web.shared.books import language
from samverk.scheme.facts import Case

WRITERS = {
    "toml": ("application/toml", as_toml),
    "json": ("application/json", lambda case: case.model_dump_json(exclude_defaults=True, indent=2) + "\n"),
}


@require_safe
@told
def case_file(request: HttpRequest, suffix: str) -> HttpResponseBase:
    """The case, to be read again by `samverk check`."""
    if suffix not in WRITERS:
        raise Http404
    case, _book = opened(request)
    kind, write = WRITERS[suffix]
    return _file(write(case), f"{kind}; charset=utf-8", case, suffix)


@require_safe
@told
def paper(request: HttpRequest) -> HttpResponseBase:
    """The verdict as a tagged PDF."""
    case, book = opened(request)
    page = Page(typed_of(case), case, book, language())
    return _file(
        render(report(page, request.build_absolute_uri(page.address), localdate())), "application/pdf", case, "pdf"
    )


def _file(content: str | bytes, kind: str, case: Case, suffix: str) -> HttpResponse:
    disposition = f'attachment; filename="{file_name(case, suffix)}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": disposition})
