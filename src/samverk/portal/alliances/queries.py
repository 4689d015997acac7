"""Reads of alliances. Whatever takes a person shows nothing that the person may not see."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Subquery

from samverk.portal.alliances.facts import book, undescribed
from samverk.portal.alliances.models import Alliance, Comment, Invitation, Mandate, Offer, Participant
from samverk.portal.alliances.states import AllianceState, InvitationState, MandateState, OfferState, ParticipantState
from samverk.portal.calls.models import Call
from samverk.portal.calls.queries import upcoming_calls
from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.foundation.tokens import digest
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import story
from samverk.portal.people.models import Person
from samverk.scheme.values import Role


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


def all_alliances(person: Person) -> QuerySet[Alliance]:
    """All that the person sees, each with everybody in it."""
    return Alliance.objects.with_participants().of(person.pk).order_by("created_at")


def comments_by(person: Person) -> QuerySet[Comment]:
    """What the person has said, wherever it was, the first first."""
    return Comment.objects.filter(author=person).order_by("said_at", "id")


def present_alliances(person: Person) -> QuerySet[Alliance]:
    """The same without those that have been dissolved."""
    return all_alliances(person).exclude(state=AllianceState.DISSOLVED)


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


def leading(alliance: Alliance) -> Person:
    """The same as a person."""
    found = coordinator(alliance)
    return found.contact if found and found.contact else alliance.founder


def everybody(alliance: Alliance) -> set[UUID]:
    """Those who see the alliance and still have an account."""
    contacts = {row.contact for row in alliance.participants.all() if row.has_joined and row.contact}
    return {person.pk for person in {alliance.founder, *contacts} if person.is_active}


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


def answerable(alliance: Alliance, at: datetime) -> list[Call]:
    """The calls of its scheme that are open or to come, the one that closes first in front."""
    return [one for one in upcoming_calls(at) if one.scheme == alliance.scheme]


def activity(alliance: Alliance, *, after: str = "", size: int = 50) -> Page[Entry]:
    """What has happened in it, the newest first, refusals left out. Raises BadMark."""
    return page(story(alliance.story), by=("-seq",), after=after, size=size)


def pulse(identifier: UUID, person: Person) -> int:
    """A number that grows with everything that happens in an alliance. Raises NotFound; one query."""
    newest = story(f"alliance:{identifier}").values("seq")[:1]
    rows = Alliance.objects.of(person.pk).filter(pk=identifier).values_list(Subquery(newest), flat=True)
    found = list(rows)
    if not found:
        raise NotFound
    return found[0] or 0


class Owed(NamedTuple):
    """What a participant owes. `what`: `invitation` (nobody has asked it), `answer`, `new_invitation` (its time ran

    out), `mandate`, or fields of the participant that nobody has filled in.
    """

    participant: Participant
    what: tuple[str, ...]


def owes(alliance: Alliance, at: datetime, *, held: Collection[UUID] | None = None) -> tuple[Owed, ...]:
    """What is still to be done before the alliance is whole, by participant; those who owe nothing left out.

    `held`: whose mandates hold, if it is known already.
    """
    over = {one.participant_id for one in open_invitations(alliance) if one.expires_at <= at}
    given = frozenset(mandates(alliance) if held is None else held)
    rules = book(alliance)
    counted = (row for row in alliance.participants.all() if row.counted)
    owed = (Owed(row, (*_answer(row, over), *undescribed(row, rules), *_mandate(row, given))) for row in counted)
    return tuple(one for one in owed if one.what)


def _answer(row: Participant, over: set[UUID]) -> Iterator[str]:
    if row.state == ParticipantState.PLANNED:
        yield "invitation"
    elif row.state == ParticipantState.INVITED:
        yield "new_invitation" if row.pk in over else "answer"


def _mandate(row: Participant, given: frozenset[UUID]) -> Iterator[str]:
    """Every full partner that does not coordinate lets the coordinator act for it (S9)."""
    if row.has_joined and not row.coordinator and row.role == Role.FULL and row.pk not in given:
        yield "mandate"


def names_of(things: Iterable[str]) -> dict[str, str]:
    """`alliance:…`, `participant:…` or `mandate:…`, as the ledger has it -> name, of those that have one.

    A mandate is called by its participant. A query for each of the three that is there.
    """
    kinds = {
        "alliance": lambda keys: {
            row.story: str(row) for row in Alliance.objects.filter(pk__in=keys).exclude(title="")
        },
        "participant": lambda keys: {row.about: row.name for row in Participant.objects.filter(pk__in=keys)},
        "mandate": lambda keys: {
            row.about: row.participant.name for row in Mandate.objects.filter(pk__in=keys).select_related("participant")
        },
    }
    keys: dict[str, set[str]] = {}
    for thing in things:
        kind, _colon, key = thing.partition(":")
        keys.setdefault(kind, set()).add(key)
    named = [look_up(keys[kind]) for kind, look_up in kinds.items() if kind in keys]
    return {thing: name for found in named for thing, name in found.items() if name}


def comments(alliance: Alliance, *, after: str = "", size: int = 50) -> Page[Comment]:
    """What was said, the newest first. Raises BadMark."""
    said = Comment.objects.filter(alliance=alliance).select_related("author")
    return page(said, by=("-id",), after=after, size=size)


def mandates(alliance: Alliance) -> dict[UUID, Mandate]:
    """Participant -> the mandate of it that holds, with its papers."""
    return {key: row for key, rows in mandates_told(alliance).items() for row in rows if row.holds}


def mandates_told(alliance: Alliance) -> dict[UUID, list[Mandate]]:
    """Participant -> all its mandates, the newest first."""
    told: dict[UUID, list[Mandate]] = {}
    for row in Mandate.objects.of(alliance.pk).select_related("paper", "signed_paper"):
        told.setdefault(row.participant_id, []).append(row)
    return told


def asked_mandate(participant: Participant) -> Mandate | None:
    """The one that waits for an answer, expired or not."""
    return Mandate.objects.with_papers().filter(participant=participant, state=MandateState.ASKED).first()


def mandate_of(token: str) -> Mandate:
    """The mandate of a link, whatever has become of it. Raises NotFound."""
    found = Mandate.objects.with_papers().filter(digest=digest(token)).first()
    if found is None:
        raise NotFound
    return found


def open_mandate(token: str, at: datetime) -> Mandate:
    """The mandate of a link, if it can be answered. Raises NotFound."""
    found = mandate_of(token)
    if not found.can_be_answered(at):
        raise NotFound
    return found


def mandates_answered(person: Person) -> QuerySet[Mandate]:
    """Those that the person has signed, handed in or declined, the oldest first."""
    return Mandate.objects.filter(answered_by=person).order_by("answered_at", "id")


def mandate_seen(identifier: UUID, person: Person) -> Mandate:
    """A mandate for the leader, the participant's contact, whom it was asked of, and who signed. Raises NotFound."""
    found = Mandate.objects.with_papers().filter(pk=identifier).first()
    if found is None or not (found.is_of(person) or _sees_mandate(found, person)):
        raise NotFound
    return found


def _sees_mandate(mandate: Mandate, person: Person) -> bool:
    row = mandate.participant
    return (row.has_joined and row.contact_id == person.pk) or leader(row.alliance) == person.pk
