"""Sending what is due in the outbox."""

import logging
from datetime import datetime, timedelta
from email.utils import format_datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F

from samverk.portal.notices.facts import letter_wording
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import LetterState

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=5)
"""How long a letter is its taker's. One whose taker died is taken again afterwards."""

PAUSES = [timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6)]
"""After each attempt that failed; after the one behind the last pause no more is tried."""

AT_ONCE = 20
"""Letters in one go: few enough that the last is reached within its claim, at EMAIL_TIMEOUT each."""


def send_letters(*, at: datetime) -> int:
    """Send what is due and return how many were. Not one transaction: each letter that went is on record at once.

    One whose sender was killed after it went and before that was on record goes once more, under the same Message-ID,
    by which mail servers and programs know a double and show it once.
    """
    due = Letter.objects.filter(state=LetterState.QUEUED, due_at__lte=at).select_related("person")
    return sum(_send(letter, at) for letter in due.order_by("due_at")[:AT_ONCE] if claim(letter, at))


def claim(letter: Letter, at: datetime) -> bool:
    """Whether the letter is the caller's to send: of several who read it, only the first finds it as it was read."""
    as_read = Letter.objects.filter(pk=letter.pk, state=LetterState.QUEUED, due_at=letter.due_at)
    return bool(as_read.update(due_at=at + CLAIM, attempts=F("attempts") + 1))


def _send(letter: Letter, at: datetime) -> bool:
    address = letter.person.email if letter.person else letter.address
    if not address:
        _settle(letter, state=LetterState.FAILED, error="no_address", link="")
        return False
    try:
        _mail(letter, address)
    except Exception as error:  # noqa: BLE001 - whatever it is about this one letter, the next ones go
        log.warning("letter %s not sent: %s", letter.pk, type(error).__name__)  # the rest of it may hold the address
        _try_later(letter, at)
        return False
    _settle(letter, state=LetterState.SENT, sent_at=at, error="", link="")
    return True


def _mail(letter: Letter, address: str) -> None:
    language = letter.person.language if letter.person else letter.language
    text = letter_wording(letter.kind, letter.facts, letter.link, language)
    host = urlsplit(settings.PUBLIC_ADDRESS).hostname or "localhost"
    headers = {
        "Auto-Submitted": "auto-generated",
        "Message-ID": f"<{letter.pk}@{host}>",
        "Date": format_datetime(letter.made_at),
    }
    EmailMessage(text.subject, text.body, to=[address], headers=headers).send()


def _try_later(letter: Letter, at: datetime) -> None:
    made = letter.attempts + 1
    if made > len(PAUSES):
        _settle(letter, state=LetterState.FAILED, error="mail", link=letter.link if letter.person else "")
    else:
        _settle(letter, due_at=at + PAUSES[made - 1], error="mail")


def _settle(letter: Letter, **changes: object) -> None:
    Letter.objects.filter(pk=letter.pk).update(**changes)
