"""Offer the coordination to another organisation."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_offers
from samverk.portal.alliances.actions.telling import tell_offer
from samverk.portal.alliances.models import Offer
from samverk.portal.alliances.permissions import may_offer_lead
from samverk.portal.alliances.queries import alliance_of, entered, participant
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotOfferLead(Refusal):
    """`not_leader`, `wrong_state`, `dissolved`."""


@transaction.atomic
def offer_lead(*, participant_id: UUID, by: Person, at: datetime) -> Offer:
    """An offer made before is withdrawn. The coordination stays where it is until the other takes it."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_offer_lead(by, alliance, row), CannotOfferLead)
    withdraw_offers(alliance, at)
    offer = Offer.objects.create(alliance=alliance, participant=row, made_at=at)
    tell_offer(alliance, row, by=by, at=at)
    record(deed="alliances.offer_lead", about=row.about, within=alliance.story, by=by.pk, at=at)
    return offer
