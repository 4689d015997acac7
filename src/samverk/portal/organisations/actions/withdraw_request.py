"""Take back that one asked to act for an organisation."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Membership
from samverk.portal.organisations.permissions import may_withdraw
from samverk.portal.organisations.queries import membership_seen
from samverk.portal.organisations.states import MEMBERSHIP, MembershipEvent
from samverk.portal.people.models import Person


class CannotWithdrawRequest(Refusal):
    """`wrong_state`: it is answered already. `not_yours`."""


@transaction.atomic
def withdraw_request(*, membership: UUID, by: Person, at: datetime) -> Membership:
    """The person may ask anew. Raises StaleSave if somebody answered at the same time."""
    row = membership_seen(membership, by)
    demand(may_withdraw(by, row), CannotWithdrawRequest)
    move(row, MEMBERSHIP, MembershipEvent.WITHDRAW)
    record(deed="organisations.withdraw_request", about=row.about, within=row.story, by=by.pk, at=at)
    return row
