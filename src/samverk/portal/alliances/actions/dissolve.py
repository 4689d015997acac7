"""Give an alliance up."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_offers
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.models import Invitation
from samverk.portal.alliances.permissions import may_dissolve
from samverk.portal.alliances.queries import entered
from samverk.portal.alliances.states import ALLIANCE, AllianceEvent, InvitationState
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotDissolve(Refusal):
    """`not_leader`, `dissolved`: it has been done."""


@transaction.atomic
def dissolve(*, alliance: UUID, by: Person, at: datetime) -> None:
    """From now on it is only read; no invitation or offer in it can be answered."""
    row = entered(alliance, by)
    demand(may_dissolve(by, row), CannotDissolve)
    move(row, ALLIANCE, AllianceEvent.DISSOLVE)
    waiting = Invitation.objects.filter(participant__alliance=row, state=InvitationState.OPEN)
    waiting.update(state=InvitationState.WITHDRAWN)
    withdraw_offers(row, at)
    void_mandates(row.pk, at)
    record(deed="alliances.dissolve", about=row.story, within=row.story, by=by.pk, at=at)
