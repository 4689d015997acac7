"""Remind an organisation of what it owes."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from samverk.portal.alliances.actions.asking import ask
from samverk.portal.alliances.actions.telling import tell_owed
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.permissions import may_remind
from samverk.portal.alliances.queries import alliance_of, entered, open_invitations, owes, participant
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

PAUSE = timedelta(days=1)


class CannotRemind(Refusal):
    """`not_leader`, `dissolved`, `wrong_state`, `own_part`, `nothing_owed`, `reminded`: less than a day ago,

    `address_unknown`: it was invited by a link that was handed over.
    """


@transaction.atomic
def remind(*, participant_id: UUID, by: Person, at: datetime) -> None:
    """Who has joined is told; who has not answered gets the invitation once more, with a new link."""
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_remind(by, alliance, row), CannotRemind)
    if not any(one.participant.pk == row.pk for one in owes(alliance, at)):
        raise CannotRemind("nothing_owed")
    _once_a_day(row, at)
    if row.has_joined:
        tell_owed(alliance, row, by=by.pk, at=at)
    else:
        _ask_again(alliance, row, by, at)
    record(deed="alliances.remind", about=row.about, within=alliance.story, by=by.pk, at=at)


def _once_a_day(row: Participant, at: datetime) -> None:
    rested = Q(reminded_at__isnull=True) | Q(reminded_at__lte=at - PAUSE)
    if not Participant.objects.filter(rested, pk=row.pk).update(reminded_at=at):
        raise CannotRemind("reminded")


def _ask_again(alliance: Alliance, row: Participant, by: Person, at: datetime) -> None:
    before = open_invitations(alliance).filter(participant=row).exclude(address="").first()
    if before is None:
        raise CannotRemind("address_unknown")
    ask(alliance, row, address=before.address, language=before.language, by=by, at=at)
