"""Take the coordination that was offered, or decline it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.telling import tell_lead
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.models import Alliance, Offer, Participant
from samverk.portal.alliances.permissions import may_answer_offer
from samverk.portal.alliances.queries import coordinator, entered, leader, open_offer
from samverk.portal.alliances.states import OFFER, OfferEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotAnswerOffer(Refusal):
    """`wrong_state`: nothing is on offer. `not_yours`: it was offered to another. `dissolved`."""


@transaction.atomic
def take_lead(*, alliance: UUID, by: Person, at: datetime) -> None:
    """The organisation coordinates from now on; whoever did or was to is a partner like the others."""
    row, offer = _answered(alliance, OfferEvent.TAKE, by, at)
    before = coordinator(row)
    Participant.objects.filter(alliance=row, coordinator=True).update(coordinator=False)
    Participant.objects.filter(pk=offer.participant_id).update(coordinator=True)
    tell_lead(row, offer.participant, leader(row), accepted=True, by=by.pk, at=at)
    told = {"before": str(before.pk) if before else None}
    void_mandates(row.pk, at)
    record(deed="alliances.take_lead", about=offer.participant.about, within=row.story, by=by.pk, at=at, facts=told)


@transaction.atomic
def decline_lead(*, alliance: UUID, by: Person, at: datetime) -> None:
    """The coordination stays where it is."""
    row, offer = _answered(alliance, OfferEvent.DECLINE, by, at)
    tell_lead(row, offer.participant, leader(row), accepted=False, by=by.pk, at=at)
    record(deed="alliances.decline_lead", about=offer.participant.about, within=row.story, by=by.pk, at=at)


def _answered(alliance: UUID, event: OfferEvent, by: Person, at: datetime) -> tuple[Alliance, Offer]:
    row = entered(alliance, by)
    offer = open_offer(row)
    demand(may_answer_offer(by, row, offer), CannotAnswerOffer)
    assert offer is not None  # noqa: S101 - or it had been refused
    move(offer, OFFER, event, answered_at=at)
    return row, offer
