"""Which problem an exception is to the one who asked."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from samverk.portal.api.v1.mistakes import mistake
from samverk.portal.api.v1.problems import Problem, code_of
from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.foundation.saving import StaleSave

HANDLERS: dict[type[Exception], Callable[[Any], Problem]] = {}
"""The nearest kind counts."""


def _on(kind: type[Exception]) -> Any:
    """The function makes a Problem of exceptions of that kind."""

    def decorate(make: Callable[[Any], Problem]) -> Callable[[Any], Problem]:
        HANDLERS[kind] = make
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
    return {**where, "code": one["type"], "detail": mistake(one["type"])}
