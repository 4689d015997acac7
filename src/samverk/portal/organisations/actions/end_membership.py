"""Let a person act for an organisation no more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Membership
from samverk.portal.organisations.permissions import may_end
from samverk.portal.organisations.queries import membership_seen
from samverk.portal.organisations.states import MEMBERSHIP, MembershipEvent
from samverk.portal.people.models import Person


class CannotEndMembership(Refusal):
    """`wrong_state`: it does not last. `not_member`."""


@transaction.atomic
def end_membership(*, membership: UUID, by: Person, at: datetime) -> Membership:
    """The person may ask anew."""
    row = membership_seen(membership, by)
    demand(may_end(by, row), CannotEndMembership)
    move(row, MEMBERSHIP, MembershipEvent.END)
    record(deed="organisations.end_membership", about=row.about, within=row.story, by=by.pk, at=at)
    return row
