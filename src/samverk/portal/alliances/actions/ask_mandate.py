"""Ask an organisation's legal representative to empower the coordinator (S9)."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from samverk.portal.alliances.actions.mandate_paper import facts_of, text_of
from samverk.portal.alliances.actions.telling_mandates import ask_by_letter
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.alliances.permissions import may_ask_mandate
from samverk.portal.alliances.queries import alliance_of, asked_mandate, coordinator, entered, participant
from samverk.portal.alliances.states import MANDATE, MandateEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.jobs import later
from samverk.portal.foundation.saving import move
from samverk.portal.foundation.tokens import digest, new_token
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

LASTS = timedelta(days=30)


class CannotAskMandate(Refusal):
    """`not_yours`, `wrong_state`, `dissolved`, `empowers_itself`: the coordinator needs none, `no_coordinator`,

    `unnamed`: the alliance or one of the two organisations, `bad_address`, `unknown_language`.
    """


@transaction.atomic
def ask_mandate(*, participant_id: UUID, address: str, language: str, by: Person, at: datetime) -> Mandate:
    """A letter goes to the address, with a link that opens until `LASTS` has passed. One asked before opens no more.

    A mandate that was signed before holds until the new one is signed.
    """
    alliance = entered(alliance_of(participant_id), by)
    row = participant(alliance, participant_id)
    demand(may_ask_mandate(by, alliance, row), CannotAskMandate)
    _check(alliance, row, address, language)
    before = asked_mandate(row)
    if before:
        move(before, MANDATE, MandateEvent.WITHDRAW)
    token = new_token()
    made = _made(alliance, row, token, address=address, language=language, asked_by=by, asked_at=at)
    ask_by_letter(made, alliance, token)
    later("samverk.portal.alliances.jobs.typeset_mandate", mandate=str(made.pk))
    told = {"participant": str(row.pk), "expires_at": made.expires_at.isoformat()}
    record(deed="alliances.ask_mandate", about=made.about, within=alliance.story, by=by.pk, at=at, facts=told)
    return made


def _check(alliance: Alliance, row: Participant, address: str, language: str) -> None:
    leads = coordinator(alliance)
    if not ((alliance.title or alliance.acronym) and row.name and leads and leads.name):
        raise CannotAskMandate("unnamed")
    if language not in dict(settings.LANGUAGES):
        raise CannotAskMandate("unknown_language")
    try:
        validate_email(address)
    except ValidationError:
        raise CannotAskMandate("bad_address") from None


def _made(alliance: Alliance, row: Participant, token: str, *, asked_at: datetime, **given: object) -> Mandate:
    made = Mandate(
        participant=row,
        digest=digest(token),
        facts=facts_of(alliance, row),
        asked_at=asked_at,
        expires_at=asked_at + LASTS,
        **given,
    )
    made.text = text_of(made, alliance)
    made.save(force_insert=True)
    return made
