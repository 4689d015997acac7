"""Take a file away from a call."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.models import CallDocument
from samverk.portal.calls.permissions import may_keep_documents
from samverk.portal.calls.queries import call_document, entered
from samverk.portal.foundation.decision import NotFound, Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotRemoveDocument(Refusal):
    """`not_call_manager`."""


@transaction.atomic
def remove_call_document(*, call: UUID, document: UUID, by: Person, at: datetime) -> None:
    """`document` is the row of the call. Nobody can have it any more; that it was public stays to be read."""
    row = entered(call, by)
    found = call_document(document, row)
    demand(may_keep_documents(by), CannotRemoveDocument)
    if not CallDocument.objects.filter(pk=found.pk, removed_at__isnull=True).update(removed_at=at):
        raise NotFound
    told = {"document": found.document_id}
    record(deed="calls.remove_call_document", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
