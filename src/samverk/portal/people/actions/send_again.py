"""Somebody at the agency has a letter sent again that could not be sent."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.actions.resend import resend
from samverk.portal.people.models import Person
from samverk.portal.people.permissions import may_send_again


class CannotSendAgain(Refusal):
    """`not_sender`."""


@transaction.atomic
def send_again(*, letter_id: UUID, by: Person, at: datetime) -> None:
    """It is tried as a new one would be. Raises NotFound, and CannotResend as `resend` does."""
    demand(may_send_again(by), CannotSendAgain)
    kind = resend(letter_id=letter_id, at=at)
    record(deed="people.send_again", about=f"letter:{letter_id}", by=by.pk, at=at, facts={"kind": kind})
