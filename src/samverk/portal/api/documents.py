"""The API described: for programs as OpenAPI, for people as a page."""

from functools import lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.api.v1.interface import api
from samverk.portal.api.v1.problems import KINDS


class Row(NamedTuple):
    """One operation. `scope` is empty where no key is asked for."""

    method: str
    path: str
    summary: str
    scope: str


@require_safe
def document(_request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1."""
    return JsonResponse(_document(), json_dumps_params={"ensure_ascii": False})


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What there is, by resource, and what can go wrong."""
    return render(request, "api/docs.html", {"groups": _groups(), "kinds": KINDS})


@lru_cache(maxsize=1)
def _document() -> dict[str, Any]:
    return api.get_openapi_schema()


def _groups() -> dict[str, list[Row]]:
    groups: dict[str, list[Row]] = {}
    for path, methods in _document()["paths"].items():
        for method, told in methods.items():
            row = Row(method.upper(), path, told["summary"], told.get("x-scope", ""))
            groups.setdefault(told["tags"][0], []).append(row)
    return groups
