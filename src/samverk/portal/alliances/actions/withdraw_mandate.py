"""Take back what was asked of a legal representative."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.permissions import may_withdraw_mandate
from samverk.portal.alliances.queries import alliance_of, asked_mandate, entered, participant
from samverk.portal.alliances.states import MANDATE, MandateEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotWithdrawMandate(Refusal):
    """`not_yours`, `dissolved`, `wrong_state`: nothing waits to be signed."""


@transaction.atomic
def withdraw_mandate(*, participant_id: UUID, by: Person, at: datetime) -> None:
    """The link opens no more. A mandate that was signed before holds as it did."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_withdraw_mandate(by, alliance, row), CannotWithdrawMandate)
    found = asked_mandate(row)
    if found is None:
        raise CannotWithdrawMandate("wrong_state")
    move(found, MANDATE, MandateEvent.WITHDRAW)
    record(deed="alliances.withdraw_mandate", about=found.about, within=alliance.story, by=by.pk, at=at)
