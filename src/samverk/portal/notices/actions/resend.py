"""Queueing a letter anew that could not be sent, as part of another deed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import LetterState


class CannotResend(Refusal):
    """`wrong_state`: it has not failed, `no_address`: of an erased account, or `link_forgotten`.

    A letter to somebody without an account held a link that opens something, and nobody knows it any more.
    """


@transaction.atomic
def resend(*, letter_id: UUID, at: datetime) -> str:
    """Which kind of letter it is. Raises NotFound."""
    letter = Letter.objects.select_related("person").filter(pk=letter_id).first()
    if letter is None:
        raise NotFound
    if reason := _obstacle(letter):
        raise CannotResend(reason)
    again = {"state": LetterState.QUEUED, "due_at": at, "attempts": 0, "error": ""}
    if not Letter.objects.filter(pk=letter.pk, state=LetterState.FAILED).update(**again):
        raise CannotResend("wrong_state")
    return letter.kind


def _obstacle(letter: Letter) -> str:
    if letter.state != LetterState.FAILED:
        return "wrong_state"
    if letter.person is None:
        return "link_forgotten"
    return "" if letter.person.email else "no_address"
