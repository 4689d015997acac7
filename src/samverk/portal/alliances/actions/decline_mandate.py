"""Decline to sign a mandate."""

from datetime import datetime

from django.db import transaction

from samverk.portal.alliances.actions.telling_mandates import tell_mandate
from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.permissions import may_decline_mandate
from samverk.portal.alliances.queries import lock, open_mandate
from samverk.portal.alliances.states import MANDATE, MandateEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person

LONGEST = 4000


class CannotDeclineMandate(Refusal):
    """`wrong_state`, `not_addressee`, `too_long`, `not_a_fact`: a null character in the reason."""


@transaction.atomic
def decline_mandate(*, token: str, reason: str, by: Person, at: datetime) -> Mandate:
    """`reason`: at most `LONGEST` characters, for the leader and the contact to read.

    Raises NotFound for a link that opens nothing now.
    """
    lock(open_mandate(token, at).participant.alliance_id)
    found = open_mandate(token, at)  # as it is now that nobody else can answer it
    demand(may_decline_mandate(by, found), CannotDeclineMandate)
    if len(reason) > LONGEST or "\x00" in reason:
        raise CannotDeclineMandate("not_a_fact" if "\x00" in reason else "too_long")
    move(found, MANDATE, MandateEvent.DECLINE, reason=reason.strip(), answered_by=by, answered_at=at)
    tell_mandate(Kind.MANDATE_DECLINED, found, by=by, at=at)
    told = {"participant": str(found.participant_id)}
    within = found.participant.alliance.story
    record(deed="alliances.decline_mandate", about=found.about, within=within, by=by.pk, at=at, facts=told)
    return found
