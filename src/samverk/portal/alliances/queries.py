"""Reads of alliances. Whatever takes a person shows nothing that the person may not see."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from samverk.portal.alliances.models import Alliance, Comment, Invitation, Offer, Participant
from samverk.portal.alliances.states import InvitationState, OfferState
from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.foundation.tokens import digest
from samverk.portal.people.models import Person


def alliance(identifier: UUID, person: Person) -> Alliance:
    """An alliance with everybody in it. Raises NotFound."""
    found = Alliance.objects.with_participants().of(person.pk).filter(pk=identifier).first()
    if found is None:
        raise NotFound
    return found


def entered(identifier: UUID, person: Person) -> Alliance:
    """The same for a deed: until the transaction ends, others who do one in this alliance wait. Raises NotFound."""
    lock(identifier)
    return alliance(identifier, person)


def lock(identifier: UUID) -> None:
    """Let no other deed happen in the alliance until the transaction ends. Raises NotFound."""
    if not Alliance.objects.locked().filter(pk=identifier).first():
        raise NotFound


def alliances_of(person: Person, *, after: str = "", size: int = 50) -> Page[Alliance]:
    """Those that the person sees, the newest first. Raises BadMark."""
    seen = Alliance.objects.of(person.pk).select_related("founder")
    return page(seen, by=("-created_at", "-id"), after=after, size=size)


def participant(alliance: Alliance, identifier: UUID) -> Participant:
    """One of the alliance, as it is at hand. Raises NotFound."""
    for row in alliance.participants.all():
        if row.pk == identifier:
            return row
    raise NotFound


def alliance_of(participant: UUID) -> UUID:
    """The id of the alliance that a participant is in. Raises NotFound."""
    found = Participant.objects.filter(pk=participant).values_list("alliance", flat=True).first()
    if found is None:
        raise NotFound
    return found


def leader(alliance: Alliance) -> UUID:
    """Who leads: the contact of the coordinator, and until one has joined the founder (S9)."""
    found = coordinator(alliance)
    return found.contact_id if found and found.contact_id else alliance.founder_id


def coordinator(alliance: Alliance) -> Participant | None:
    """The coordinator, once its organisation has joined."""
    return next((row for row in alliance.participants.all() if row.has_joined and row.coordinator), None)


def spoken_for(alliance: Alliance, person: Person) -> Participant | None:
    """The participant that the person speaks for."""
    return next((row for row in alliance.participants.all() if row.has_joined and row.contact_id == person.pk), None)


def invitation(token: str, at: datetime) -> Invitation:
    """The invitation of a link, if it can be answered. Raises NotFound."""
    found = Invitation.objects.filter(digest=digest(token)).select_related("participant__alliance__founder").first()
    if found is None or not found.can_be_answered(at):
        raise NotFound
    return found


def open_invitations(alliance: Alliance) -> QuerySet[Invitation]:
    """Those that nobody has answered, expired ones too."""
    waiting = Invitation.objects.filter(participant__alliance=alliance, state=InvitationState.OPEN)
    return waiting.select_related("participant").order_by("made_at")


def open_offer(alliance: Alliance) -> Offer | None:
    """The coordination, if it is on offer."""
    return Offer.objects.filter(alliance=alliance, state=OfferState.OPEN).select_related("participant").first()


def comments(alliance: Alliance, *, after: str = "", size: int = 50) -> Page[Comment]:
    """What was said, the newest first. Raises BadMark."""
    said = Comment.objects.filter(alliance=alliance).select_related("author")
    return page(said, by=("-id",), after=after, size=size)
