"""What is no longer so makes mandates void."""

from datetime import datetime
from uuid import UUID

from samverk.portal.alliances.actions.mandate_paper import facts_of
from samverk.portal.alliances.models import Alliance, Mandate
from samverk.portal.alliances.states import MANDATE, AllianceState, MandateEvent, VoidBecause
from samverk.portal.foundation.saving import move


def void_mandates(alliance: UUID, at: datetime) -> None:
    """Those, asked for or signed, that no longer say what is so. Called by every deed that changes such a thing."""
    live = list(Mandate.objects.of(alliance).live())
    if not live:
        return
    now = Alliance.objects.with_participants().get(pk=alliance)
    for row in live:
        if because := _because(row, now):
            void(row, because, at)


def void(mandate: Mandate, because: VoidBecause, at: datetime) -> None:
    """It holds no more, and its link opens no more."""
    move(mandate, MANDATE, MandateEvent.VOID, void_because=because, void_at=at)


def _because(mandate: Mandate, alliance: Alliance) -> VoidBecause | None:
    if alliance.state == AllianceState.DISSOLVED:
        return VoidBecause.DISSOLVED
    row = next(one for one in alliance.participants.all() if one.pk == mandate.participant_id)
    if not row.has_joined:
        return VoidBecause.GONE
    now = facts_of(alliance, row)
    return next((VoidBecause(name) for name, said in mandate.facts.items() if now[name] != said), None)
