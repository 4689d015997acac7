"""Say no to an invitation."""

from datetime import datetime

from django.db import transaction

from samverk.portal.alliances.actions.telling import tell_answer
from samverk.portal.alliances.queries import invitation, lock
from samverk.portal.alliances.states import INVITATION, PARTICIPANT, InvitationEvent, ParticipantEvent
from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

LONGEST = 4000


class CannotDecline(Refusal):
    """`too_long`: the reason."""


@transaction.atomic
def decline(*, token: str, reason: str, by: Person | None, at: datetime) -> None:
    """Whoever holds the link can, with or without an account. Raises NotFound for one that opens nothing now.

    `reason`: at most `LONGEST` characters.
    """
    lock(invitation(token, at).participant.alliance_id)
    if len(reason) > LONGEST:
        raise CannotDecline("too_long")
    found = invitation(token, at)  # as it is now that nobody else can answer it
    row = found.participant
    move(found, INVITATION, InvitationEvent.DECLINE, answered_at=at, answered_by=by, reason=reason)
    move(row, PARTICIPANT, ParticipantEvent.DECLINE)
    who = by.pk if by else None
    tell_answer(row.alliance, row, accepted=False, by=who, at=at)
    told = {"invitation": str(found.pk)}
    record(deed="alliances.decline", about=row.about, within=row.alliance.story, by=who, at=at, facts=told)
