"""Say yes to an invitation."""

from datetime import datetime

from django.db import transaction

from samverk.portal.alliances.actions.closing import withdraw_offers
from samverk.portal.alliances.actions.telling import tell_answer
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import coordinator, invitation, lock, spoken_for
from samverk.portal.alliances.states import INVITATION, PARTICIPANT, InvitationEvent, ParticipantEvent
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotAccept(Refusal):
    """`already_in`: the person speaks for another organisation of the alliance."""


@transaction.atomic
def accept(*, token: str, by: Person, at: datetime) -> Participant:
    """The person speaks for the organisation from now on. Raises NotFound for a link that opens nothing now.

    Of two who coordinate, the one that joined first does; what the founder had on offer until then ends.
    """
    lock(invitation(token, at).participant.alliance_id)
    found = invitation(token, at)  # as it is now that nobody else can answer it
    row = found.participant
    alliance = Alliance.objects.with_participants().get(pk=row.alliance_id)
    if spoken_for(alliance, by):
        raise CannotAccept("already_in")
    tell_answer(alliance, row, accepted=True, by=by.pk, at=at)
    move(found, INVITATION, InvitationEvent.ACCEPT, answered_at=at, answered_by=by)
    leads = row.coordinator and coordinator(alliance) is None
    move(row, PARTICIPANT, ParticipantEvent.ACCEPT, contact=by, coordinator=leads)
    if leads:
        withdraw_offers(alliance, at)
    told = {"invitation": str(found.pk), "coordinates": leads}
    record(deed="alliances.accept", about=row.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return row
