"""Versions of things: told as ETag, asked for as If-Match and If-None-Match (RFC 9110)."""

import hashlib
import re
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from samverk.portal.api.v1.problems import Problem

# The portal packs what it sends, and then Django marks the tag as weak; the version in it stays exact.
_TAG = re.compile(r'(?:W/)?"(\d{1,9})\.[0-9a-f]{16}"')


def version_of(request: HttpRequest) -> int:
    """The version that If-Match names; 0, which nothing ever has, for a tag that is none of ours.

    Raises Problem `no_version` if there is no such header.
    """
    given = request.headers.get("If-Match", "").strip()
    if not given:
        raise Problem("no_version")
    found = _TAG.fullmatch(given)
    return int(found[1]) if found else 0


def versioned(request: HttpRequest, answer: HttpResponse, data: Any) -> HttpResponse:
    """The answer with its tag: the version of the thing and a digest of all that is told. 304 if it is known."""
    if answer.status_code not in (200, 201) or not isinstance(data, dict):
        return answer
    tag = f'"{data.get("version", 0)}.{hashlib.sha256(answer.content).hexdigest()[:16]}"'
    known = {one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")}
    if request.method == "GET" and tag in known:
        return HttpResponseNotModified(headers={"ETag": tag})
    answer["ETag"] = tag
    return answer
