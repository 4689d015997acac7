"""What a program is told when something cannot be done: problem details (RFC 9457), in the reader's language."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MEDIA_TYPE = "application/problem+json"
TYPES = "/en/api/#"
"""Where a kind of problem is described, by its code."""


class Kind(NamedTuple):
    """What a code stands for: the status, the title, and what is so and the way out."""

    status: int
    title: str | Promise
    detail: str | Promise


KINDS = {
    "unreadable": Kind(400, _("Not to be read"), _("The body is no JSON. Send one JSON value in UTF-8.")),
    "no_key": Kind(
        401, _("No key"), _("This asks for a key that opens now. Issue one on your account's page and send it along.")
    ),
    "no_csrf": Kind(
        403, _("Not from this portal"), _("A request by the session needs its CSRF token. Programs use a key instead.")
    ),
    "no_scope": Kind(403, _("The key does not open this"), _("Issue a key with the scope that is asked for.")),
    "not_found": Kind(
        404, _("Not found"), _("There is no such thing, or none that you may see. Look at the list that it is in.")
    ),
    "wrong_method": Kind(405, _("Not done like this"), _("Use one of the methods that the answer allows.")),
    "changed_meanwhile": Kind(
        412,
        _("Changed meanwhile"),
        _("Somebody else saved this since you read it. Look at what it says now, and send your change again."),
    ),
    "too_large": Kind(413, _("Too large"), _("Send less at a time.")),
    "wrong_media_type": Kind(415, _("Not this kind of body"), _("Send JSON, and say so: application/json.")),
    "invalid": Kind(422, _("Not as described"), _("Put right what is pointed at. The description says what fits.")),
    "refused": Kind(422, _("Refused"), ""),
    "no_version": Kind(
        428, _("Say what you have read"), _("Send the ETag of what you change as If-Match, so that nobody's is lost.")
    ),
    "too_many": Kind(429, _("Too many requests"), _("Wait for as many seconds as the answer says.")),
    "broken": Kind(500, _("Something broke here"), _("Nothing was saved. Try again later, and tell us if it stays.")),
}


class Problem(Exception):
    """Something that cannot be done. `code` of KINDS, `more`: further members, as `errors` or `current`."""

    def __init__(
        self, code: str, *, detail: str = "", status: int = 0, headers: Mapping[str, str] | None = None, **more: Any
    ) -> None:
        super().__init__(code)
        self.code, self.detail, self.status, self.headers, self.more = code, detail, status, dict(headers or {}), more

    @property
    def answer(self) -> HttpResponse:
        kind = KINDS[self.code]
        told = {
            "type": f"{TYPES}{self.code}",
            "title": str(kind.title),
            "status": self.status or kind.status,
            "detail": self.detail or str(kind.detail),
            "code": self.code,
            **self.more,
        }
        text = json.dumps(told, ensure_ascii=False)
        return HttpResponse(text, status=told["status"], content_type=MEDIA_TYPE, headers=self.headers)


def code_of(status: int) -> str:
    """The code that a bare status stands for."""
    usual = {kind.status: code for code, kind in reversed(KINDS.items()) if code != "refused"}
    return usual.get(status, "broken" if status >= 500 else "unreadable")
