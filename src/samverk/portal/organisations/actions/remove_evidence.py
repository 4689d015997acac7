"""Take a file of evidence away."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Evidence
from samverk.portal.organisations.permissions import may_keep_evidence
from samverk.portal.organisations.queries import entered, evidence_seen
from samverk.portal.people.models import Person


class CannotRemoveEvidence(Refusal):
    """`not_member`: the agency only reads it."""


@transaction.atomic
def remove_evidence(*, evidence_id: UUID, by: Person, at: datetime) -> Evidence:
    """Nobody gets it any more; the row stays. Raises NotFound, also if it was removed before."""
    organisation = entered(evidence_seen(evidence_id, by).organisation_id)
    row = evidence_seen(evidence_id, by)  # as it is after others who were here first
    demand(may_keep_evidence(by, organisation), CannotRemoveEvidence)
    row.removed_at = at
    row.save(update_fields=["removed_at"])
    told = {"evidence": row.pk}
    about = organisation.about
    record(deed="organisations.remove_evidence", about=about, within=about, by=by.pk, at=at, facts=told)
    return row
