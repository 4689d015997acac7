"""Whatever goes wrong under /api, whoever answers it, is told as problem details."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override

from samverk.portal.api.v1.problems import MEDIA_TYPE, Problem, code_of

KEPT = ("Allow", "Retry-After", "WWW-Authenticate")
UNDER = "/api/"


def problems(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, around all that may answer with a page of its own."""

    def middleware(request: HttpRequest) -> HttpResponse:
        answer = get_response(request)
        if not request.path_info.startswith(UNDER):
            return answer
        if answer.status_code >= 400 and not answer.headers.get("Content-Type", "").startswith(MEDIA_TYPE):
            answer = _as_problem(request, answer)
        answer.headers["Cache-Control"] = "private, no-cache"
        patch_vary_headers(answer, ("Authorization", "Cookie", "Accept-Language"))
        return answer

    return middleware


def _as_problem(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    kept = {name: answer.headers[name] for name in KEPT if name in answer.headers}
    with override(get_language_from_request(request)):
        return Problem(code_of(answer.status_code), status=answer.status_code, headers=kept).answer


def nothing(_request: HttpRequest, rest: str = "") -> HttpResponse:  # noqa: ARG001 - whatever it was
    """Every address under /api that is none."""
    return Problem("not_found").answer
