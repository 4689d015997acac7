"""Hand in a file that shows that what an organisation says of itself is so."""

from datetime import datetime

from django.db import transaction

from samverk.portal.documents.actions.store import store
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Evidence, EvidencePurpose
from samverk.portal.organisations.permissions import may_keep_evidence
from samverk.portal.organisations.queries import entered
from samverk.portal.people.models import Person

MOST = 50
"""Files of one organisation that are kept."""


class CannotAddEvidence(Refusal):
    """`not_member`, `no_such_purpose` or `too_many_files`."""


@transaction.atomic
def add_evidence(
    *, organisation_id: int, content: bytes, name: str, purpose: str, by: Person, at: datetime
) -> Evidence:
    """`purpose` of EvidencePurpose; `name` is that of the file. Raises CannotStore for a file that is not kept."""
    row = entered(organisation_id)
    demand(may_keep_evidence(by, row), CannotAddEvidence)
    if purpose not in EvidencePurpose.values:
        raise CannotAddEvidence("no_such_purpose")
    if Evidence.objects.kept().filter(organisation=row).count() >= MOST:
        raise CannotAddEvidence("too_many_files")
    document = store(content=content, name=name, purpose="evidence", by=by.pk, at=at)
    added = Evidence.objects.create(organisation=row, document=document, purpose=purpose, added_by=by, added_at=at)
    told = {"evidence": added.pk, "purpose": purpose, "sha256": document.sha256}
    record(deed="organisations.add_evidence", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return added
