"""Who is told what of a call, each in the own language."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from samverk.portal.calls.facts import title
from samverk.portal.calls.models import Call
from samverk.portal.notices.actions.notify import notify
from samverk.portal.notices.states import Kind


def tell(
    kind: Kind,
    to: Mapping[UUID, str],
    call: Call,
    *,
    at: datetime,
    link: str = "",
    facts: Mapping[str, int] | None = None,
) -> None:
    """`to`: whom, and in which language the scheme is named to them. `link`: where, if not the page of the call."""
    by_language: dict[str, list[UUID]] = defaultdict(list)
    for person, language in to.items():
        by_language[language].append(person)
    for language, people in by_language.items():
        told: dict[str, str | int] = {"call": f"{title(call, language)} {call.edition}", **(facts or {})}
        notify(kind=kind, to=people, about=call.story, link=link or f"/calls/{call.pk}/", facts=told, at=at)
