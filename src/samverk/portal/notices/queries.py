"""Reads of messages and letters."""

from uuid import UUID

from django.db.models import Q, QuerySet

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.notices.models import Letter, Message, Preference
from samverk.portal.notices.states import Delivery, Kind, LetterState


def inbox(person: UUID, after: str = "") -> Page[Message]:
    """The person's messages, the newest first. Raises BadMark."""
    return page(Message.objects.filter(person=person), by=["-made_at", "-id"], after=after)


def message(identifier: UUID, person: UUID) -> Message:
    """One of the person's messages. Raises NotFound."""
    found = Message.objects.filter(pk=identifier, person=person).first()
    if found is None:
        raise NotFound
    return found


def messages_of(person: UUID) -> QuerySet[Message]:
    """All of the person's messages, the first first."""
    return Message.objects.filter(person=person).order_by("made_at", "id")


def letters_to(person: UUID) -> QuerySet[Letter]:
    """All letters to the person, the first first."""
    return Letter.objects.filter(person=person).order_by("made_at", "id")


def unread_count(person: UUID) -> int:
    """How many of the person's messages nobody has opened."""
    return Message.objects.filter(person=person, read_at__isnull=True).count()


def outbox(after: str = "", *, state: str = "", address: str = "") -> Page[Letter]:
    """All letters, or those in a state or to an address, the newest first, each with its person. Raises BadMark."""
    rows = Letter.objects.select_related("person")
    if state:
        rows = rows.filter(state=state)
    if address:
        rows = rows.filter(Q(person__email=address.lower()) | Q(address__iexact=address))
    return page(rows, by=["-made_at", "-id"], after=after)


def letter(identifier: UUID) -> Letter:
    """One letter with its person. Raises NotFound."""
    found = Letter.objects.select_related("person").filter(pk=identifier).first()
    if found is None:
        raise NotFound
    return found


def failed_count() -> int:
    """How many letters could not be sent and are not tried any more."""
    return Letter.objects.filter(state=LetterState.FAILED).count()


def preferences(person: UUID) -> dict[Kind, Delivery]:
    """How each kind of message is delivered to the person."""
    chosen = dict(Preference.objects.filter(person=person).values_list("kind", "delivery"))
    return {kind: Delivery(chosen.get(kind, Delivery.NOW)) for kind in Kind}
