"""What an organisation is and does in the alliance."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances import facts
from samverk.portal.alliances.actions.setting import set_fields
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.models import Participant
from samverk.portal.alliances.permissions import may_describe_participant
from samverk.portal.alliances.queries import alliance_of, entered, participant
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotDescribeParticipant(Refusal):
    """`not_yours`, `wrong_state`, `dissolved`, or `not_a_fact`: no rule could read it."""


@transaction.atomic
def describe_participant(
    *, participant_id: UUID, version: int, changes: Mapping[str, Any], by: Person, at: datetime
) -> Participant:
    """Set fields of `facts.OF_PARTICIPANTS`. Raises StaleSave if somebody changed it since that version."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_describe_participant(by, alliance, row), CannotDescribeParticipant)
    allowed = facts.OF_PARTICIPANTS
    refusal = CannotDescribeParticipant
    names = set_fields(row, version, changes, allowed=allowed, read=facts.participant, refusal=refusal)
    told = {"fields": names, "version": row.version}
    void_mandates(alliance.pk, at)
    record(deed="alliances.describe_participant", about=row.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return row
