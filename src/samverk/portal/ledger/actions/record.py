"""Write an entry."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.portal.ledger.models import Entry, Head
from samverk.portal.ledger.models.entry import written


@transaction.atomic
def record(
    *,
    deed: str,
    about: str,
    by: UUID | None,
    at: datetime,
    within: str = "",
    reason: str = "",
    facts: dict[str, Any] | None = None,
) -> Entry:
    """One entry at the end of the chain, in the transaction of the deed itself.

    Others who write wait here until that transaction ends: make it the last statement of an action. `facts` must
    hold no name, address or text of a person: ids, codes, numbers and dates. Raises TypeError for a `float`.
    """
    head = Head.objects.select_for_update().get()
    entry = Entry(
        seq=head.seq + 1,
        at=at,
        by=by,
        deed=deed,
        about=about,
        within=within,
        reason=reason,
        facts=written(facts or {}),
        previous=head.seal,
    )
    entry.seal = entry.computed_seal()
    entry.save(force_insert=True)
    Head.objects.update(seq=entry.seq, seal=entry.seal)
    return entry
