"""The front door's form as a browser would send it."""

from typing import Any

from samverk.portal.web.public.forms.front_door import FIELDS, Typed, typed_of
from samverk.scheme.facts import Case


def form(case: Case, **more: Any) -> dict[str, Any]:
    """Every field as it stands for a case, and what else is typed or pressed."""
    return sent(typed_of(case)) | more


def sent(typed: Typed) -> dict[str, Any]:
    """Every field as it is typed."""
    rows = {f"{field}-{row.key}": row.text[field] for row in typed.rows for field in FIELDS}
    return rows | {
        "book": f"{typed.scheme}/{typed.call}",
        "shown": f"{typed.scheme}/{typed.call}",
        "title": typed.title,
        "duration": typed.duration,
        "grant": typed.grant,
        "aim": list(typed.aims),
        "coordinator": typed.coordinator,
        "row": [row.key for row in typed.rows],
        "controller": [a for a, _ in typed.links],
        "controlled": [b for _, b in typed.links],
    }
