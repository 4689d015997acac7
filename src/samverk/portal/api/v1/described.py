"""The document of the API (OpenAPI 3.1), where ninja's own says less than there is."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from samverk.portal.api.v1.problems import MEDIA_TYPE

PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What is so and the way out, in the language of Accept-Language."},
        "code": {"type": "string"},
        "reason": {"type": "string", "description": "Of a refusal: its code."},
        "scope": {"type": "string", "description": "What the key would have to open."},
        "current": {"type": "object", "description": "The thing as it is now, where somebody else was faster."},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["code", "detail"],
                "properties": {
                    "pointer": {"type": "string", "description": "Into the body (RFC 6901)."},
                    "parameter": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
ANSWER = {
    "description": "A problem (RFC 9457)",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}
UNCHANGED = {"description": "It is as If-None-Match says that it is"}
KEY = {
    "type": "http",
    "scheme": "bearer",
    "description": "An access token, which begins with samverk_. Issue one on the page of your account.",
}


def describe(document: OpenAPISchema) -> OpenAPISchema:
    """The document with problems, scopes and conditional answers."""
    components = document["components"]
    components["schemas"]["Problem"] = PROBLEM
    components["responses"] = {"Problem": ANSWER, "Unchanged": UNCHANGED}
    components["securitySchemes"]["Key"] = KEY
    for path in document["paths"].values():
        for method, operation in path.items():
            _complete(method, operation)
    return document


def _complete(method: str, operation: dict[str, Any]) -> None:
    operation["responses"]["4XX"] = {"$ref": "#/components/responses/Problem"}
    if method == "get":
        operation["responses"][304] = {"$ref": "#/components/responses/Unchanged"}
    if scope := operation.get("x-scope"):
        operation["security"] = [{"Key": [scope]}, {"Session": []}]
