"""The API as a whole: how answers and problems are made, and what its document says."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation
from ninja.parser import Parser
from ninja.throttling import AuthRateThrottle

from samverk.portal.api.v1 import (
    alliances,
    calls,
    check,
    comments,
    invitations,
    lead,
    mandates,
    me,
    notices,
    organisation_links,
    organisation_profile,
    organisations,
    participants,
    progress,
    questions,
)
from samverk.portal.api.v1.described import describe
from samverk.portal.api.v1.handlers import HANDLERS
from samverk.portal.api.v1.problems import Problem
from samverk.portal.api.v1.versions import versioned

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

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:  # noqa: ARG002 - ninja's signature
        """Its problem; what has none is a bug, and Django's to report."""
        make = next((HANDLERS[kind] for kind in type(exc).__mro__ if kind in HANDLERS), None)
        if make is None:
            raise exc
        return make(exc).answer

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
RESOURCES = (
    me, organisations, organisation_profile, organisation_links, calls, questions, alliances, participants,
    invitations, lead, mandates, progress, comments, notices, check,
)  # fmt: skip
for resource in RESOURCES:
    api.add_router("", resource.router)
