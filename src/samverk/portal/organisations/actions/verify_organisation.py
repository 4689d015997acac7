"""Say that the agency has made sure that an organisation is what it says."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.telling import tell_verified
from samverk.portal.organisations.models import Verification
from samverk.portal.organisations.permissions import may_verify
from samverk.portal.organisations.queries import entered, verification
from samverk.portal.people.models import Person


class CannotVerify(Refusal):
    """`not_officer`, `own_organisation`: the person acts for it, or `already_verified`."""


@transaction.atomic
def verify_organisation(*, organisation_id: int, by: Person, at: datetime) -> Verification:
    """It stands until the agency takes it back. Its members are told."""
    row = entered(organisation_id)
    demand(may_verify(by, row), CannotVerify)
    if verification(row):
        raise CannotVerify("already_verified")
    made = Verification.objects.create(organisation=row, verified_at=at, verified_by=by)
    tell_verified(row, stands=True, by=by.pk, at=at)
    record(deed="organisations.verify_organisation", about=row.about, within=row.about, by=by.pk, at=at)
    return made
