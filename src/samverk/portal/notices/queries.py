"""Reads of messages and letters."""

from uuid import UUID

from samverk.portal.foundation.paging import Page, page
from samverk.portal.notices.models import Letter, Message, Preference
from samverk.portal.notices.states import Delivery, Kind


def inbox(person: UUID, after: str = "") -> Page[Message]:
    """The person's messages, the newest first. Raises BadMark."""
    return page(Message.objects.filter(person=person), by=["-made_at", "-id"], after=after)


def unread_count(person: UUID) -> int:
    """How many of the person's messages nobody has opened."""
    return Message.objects.filter(person=person, read_at__isnull=True).count()


def outbox(after: str = "") -> Page[Letter]:
    """All letters, the newest first, each with its person. Raises BadMark."""
    return page(Letter.objects.select_related("person"), by=["-made_at", "-id"], after=after)


def preferences(person: UUID) -> dict[Kind, Delivery]:
    """How each kind of message is delivered to the person."""
    chosen = dict(Preference.objects.filter(person=person).values_list("kind", "delivery"))
    return {kind: Delivery(chosen.get(kind, Delivery.NOW)) for kind in Kind}
