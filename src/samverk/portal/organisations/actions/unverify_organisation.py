"""Take back that the agency has made sure of an organisation."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.telling import tell_verified
from samverk.portal.organisations.models import Verification, Withdrawal
from samverk.portal.organisations.permissions import may_unverify
from samverk.portal.organisations.queries import entered, verification
from samverk.portal.people.models import Person

REASONS = (Withdrawal.MISTAKE, Withdrawal.CHANGED, Withdrawal.CEASED)
"""That a person can give."""


class CannotUnverify(Refusal):
    """`not_officer`, `no_such_reason` or `not_verified`."""


@transaction.atomic
def unverify_organisation(*, organisation_id: int, reason: str, by: Person, at: datetime) -> Verification:
    """`reason`: one of REASONS. The row stays as history. The organisation's members are told."""
    row = entered(organisation_id)
    demand(may_unverify(by), CannotUnverify)
    if reason not in REASONS:
        raise CannotUnverify("no_such_reason")
    stands = verification(row)
    if stands is None:
        raise CannotUnverify("not_verified")
    stands.withdrawn_at, stands.withdrawn_by, stands.reason = at, by, reason
    stands.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    tell_verified(row, stands=False, by=by.pk, at=at)
    told = {"why": reason}
    record(deed="organisations.unverify_organisation", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return stands
