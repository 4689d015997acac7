"""Take the offer of the coordination back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.permissions import may_withdraw_offer
from samverk.portal.alliances.queries import entered, open_offer
from samverk.portal.alliances.states import OFFER, OfferEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotWithdrawOffer(Refusal):
    """`not_leader`, `dissolved`, `wrong_state`: nothing is on offer."""


@transaction.atomic
def withdraw_offer(*, alliance: UUID, by: Person, at: datetime) -> None:
    """Nobody can take it any more."""
    row = entered(alliance, by)
    demand(may_withdraw_offer(by, row), CannotWithdrawOffer)
    offer = open_offer(row)
    if offer is None:
        raise CannotWithdrawOffer("wrong_state")
    move(offer, OFFER, OfferEvent.WITHDRAW, answered_at=at)
    record(deed="alliances.withdraw_offer", about=offer.participant.about, within=row.story, by=by.pk, at=at)
