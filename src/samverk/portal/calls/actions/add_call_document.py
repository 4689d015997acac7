"""Put a file to a call."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.models import CallDocument
from samverk.portal.calls.permissions import may_keep_documents
from samverk.portal.calls.queries import entered
from samverk.portal.calls.states import CallState
from samverk.portal.documents.actions.store import store
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

LONGEST_TITLE = 200
"""Characters."""


class CannotAddDocument(Refusal):
    """`not_call_manager`; `withdrawn`; `no_titles`: in both languages; `too_long`: a title."""


@transaction.atomic
def add_call_document(
    *, call: UUID, content: bytes, name: str, titles: Mapping[str, str], by: Person, at: datetime
) -> CallDocument:
    """`titles` by `sv` and `en`; `name` is that of the file. Raises CannotStore for a file that is not kept."""
    row = entered(call, by)
    demand(may_keep_documents(by), CannotAddDocument)
    if row.state == CallState.WITHDRAWN:
        raise CannotAddDocument("withdrawn")
    named = {f"title_{code}": titles.get(code, "").strip() for code in ("sv", "en")}
    if not all(named.values()):
        raise CannotAddDocument("no_titles")
    if max(map(len, named.values())) > LONGEST_TITLE:
        raise CannotAddDocument("too_long")
    document = store(content=content, name=name, purpose="call", by=by.pk, at=at)
    added = CallDocument.objects.create(call=row, document=document, added_at=at, **named)
    told = {"document": document.pk, "sha256": document.sha256}
    record(deed="calls.add_call_document", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return added
