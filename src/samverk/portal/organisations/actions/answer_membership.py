"""Say yes or no to somebody who wants to act for an organisation."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.telling import tell_answer
from samverk.portal.organisations.models import Membership
from samverk.portal.organisations.permissions import may_answer
from samverk.portal.organisations.queries import membership_seen
from samverk.portal.organisations.states import MEMBERSHIP, MembershipEvent
from samverk.portal.people.models import Person


class CannotAnswerMembership(Refusal):
    """`wrong_state`: it is answered already. `own_request`. `not_member`. `not_representative`."""


@transaction.atomic
def answer_membership(*, membership: UUID, approve: bool, by: Person, at: datetime) -> Membership:
    """The first answer holds, and who asked is told. Raises StaleSave if somebody answered at the same time."""
    row = membership_seen(membership, by)
    demand(may_answer(by, row), CannotAnswerMembership)
    event = MembershipEvent.APPROVE if approve else MembershipEvent.DECLINE
    move(row, MEMBERSHIP, event, answered_at=at, answered_by=by)
    tell_answer(row, at=at)
    told = {"kind": row.kind, "state": row.state}
    record(deed="organisations.answer_membership", about=row.about, within=row.story, by=by.pk, at=at, facts=told)
    return row
