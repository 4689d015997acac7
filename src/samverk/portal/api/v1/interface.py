"""The API as a whole: how answers and problems are made, and what its document says."""

import json
from typing import Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.parser import Parser
from ninja.throttling import AuthRateThrottle

from samverk.portal.api.v1.described import describe
from samverk.portal.api.v1.problems import Problem, code_of
from samverk.portal.api.v1.versions import versioned
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.foundation.saving import StaleSave

RATE = "600/min"
"""Requests of one person, or of one address without a key, as each process of the portal counts them."""


class Reader(Parser):
    """Bodies are JSON and nothing but."""

    def parse_body(self, request: HttpRequest) -> Any:
        if getattr(request, "content_type", "application/json") != "application/json":
            raise Problem("wrong_media_type", headers={"Accept": "application/json"})
        return json.loads(request.body, parse_constant=_refuse)


def _refuse(constant: str) -> NoReturn:
    """NaN and its like are no JSON."""
    raise ValueError(constant)


class Interface(NinjaAPI):
    """ninja's, with versions on what is told, links to the next page, and our own document."""

    def create_response(self, request: HttpRequest, data: Any, **given: Any) -> HttpResponse:
        answer = super().create_response(request, data, **given)
        if isinstance(data, dict) and data.get("next"):
            answer["Link"] = f'<{data["next"]}>; rel="next"'
        return versioned(request, answer, data)

    def get_operation_url_name(self, operation: Operation, router: object) -> str:  # noqa: ARG002 - ninja's signature
        """By the address: `alliances-one-participants`."""
        parts = operation.path.strip("/").split("/")
        return "-".join("one" if part.startswith("{") else part for part in parts)

    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__

    def get_openapi_schema(self, **_given: Any) -> OpenAPISchema:
        return describe(super().get_openapi_schema(path_prefix="api/v1/"))


api = Interface(
    title="Samverk",
    version="1",
    description="What the screens show and do, for programs: the same rules, the same people, the same record.",
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
    parser=Reader(),
    throttle=AuthRateThrottle(RATE),
)


def _on(kind: type[Exception]) -> Any:
    """Answer an exception of that kind with the Problem that the function makes of it."""

    def decorate(make: Any) -> Any:
        api.add_exception_handler(kind, lambda _request, error: make(error).answer)
        return make

    return decorate


@_on(Problem)
def _problem(error: Problem) -> Problem:
    return error


@_on(Http404)
@_on(NotFound)
def _not_found(_error: Exception) -> Problem:
    return Problem("not_found")


@_on(BadMark)
def _bad_mark(_error: BadMark) -> Problem:
    return Problem("refused", detail=words_for("bad_mark"), reason="bad_mark")


@_on(Refusal)
def _refused(error: Refusal) -> Problem:
    return Problem("refused", detail=words_for(error.reason), reason=error.reason)


@_on(StaleSave)
def _stale(error: StaleSave) -> Problem:
    """Somebody was faster in a deed that names no version: look, and do it again."""
    return Problem("changed_meanwhile", status=409, reason=error.reason)


@_on(AuthenticationError)
def _no_key(_error: AuthenticationError) -> Problem:
    return Problem("no_key", headers={"WWW-Authenticate": 'Bearer realm="samverk"'})


@_on(Throttled)
def _throttled(_error: Throttled) -> Problem:
    return Problem("too_many")


@_on(HttpError)
def _http_error(error: HttpError) -> Problem:
    cause = error.__cause__
    return cause if isinstance(cause, Problem) else Problem(code_of(error.status_code))


@_on(RequestDataTooBig)
def _too_large(_error: RequestDataTooBig) -> Problem:
    return Problem("too_large")


@_on(ValidationError)
def _invalid(error: ValidationError) -> Problem:
    return Problem("invalid", errors=[_pointed(one) for one in error.errors])


def _pointed(one: dict[str, Any]) -> dict[str, str]:
    """Where in the request, as a JSON pointer into the body (RFC 6901) or the name of a parameter, and what."""
    source, *path = one["loc"]
    place = "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in path[source == "body" :])
    where = {"pointer": f"/{place}" if place else ""} if source == "body" else {"parameter": place}
    return {**where, "code": one["type"], "detail": one["msg"]}
