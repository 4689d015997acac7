"""Reads of calls. Drafts are shown to the agency's people only."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Coalesce

from samverk.portal.calls.models import Amendment, Call
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.people.models import Person
from samverk.portal.people.permissions import is_agency

SHOWN = Q(published_at__isnull=False)
"""Has been published, and stays to be seen when it is withdrawn."""


def call(identifier: UUID) -> Call:
    """A call that is published. Raises NotFound."""
    return _found(Call.objects.filter(state=CallState.PUBLISHED, pk=identifier))


def shown(identifier: UUID) -> Call:
    """A call that is or was published. Raises NotFound."""
    return _found(Call.objects.filter(SHOWN, pk=identifier))


def entered(identifier: UUID, person: Person) -> Call:
    """A call for a deed: until the transaction ends, others who do one wait. Raises NotFound."""
    found = _found(Call.objects.select_for_update().filter(pk=identifier))
    if found.published_at is None and not is_agency(person):
        raise NotFound
    return found


def open_calls(at: datetime) -> list[Call]:
    """Those that take applications at that instant, the one that closes first in front."""
    now = Call.objects.filter(state=CallState.PUBLISHED, opens_at__lte=at, closes_at__gte=at)
    return list(now.order_by("closes_at", "id"))


def shown_calls(*, after: str = "", size: int = 50) -> Page[Any]:
    """What everybody sees, the last to close in front; `changed_at`: its last news. Raises BadMark."""
    changed = Coalesce("withdrawn_at", Max("amendments__made_at"), "published_at")
    return page(
        Call.objects.filter(SHOWN).annotate(changed_at=changed), by=("-closes_at", "-id"), after=after, size=size
    )


def calls(person: Person, *, after: str = "", size: int = 50) -> Page[Call]:
    """The same, and for the agency's people the drafts too. Raises BadMark."""
    seen = Call.objects.all() if is_agency(person) else Call.objects.filter(SHOWN)
    return page(seen, by=("-closes_at", "-id"), after=after, size=size)


def amendments(call: Call) -> QuerySet[Amendment]:
    """What was changed, the first change in front."""
    return Amendment.objects.filter(call=call).order_by("id")


def _found(rows: QuerySet[Call]) -> Call:
    found = rows.first()
    if found is None:
        raise NotFound
    return found
