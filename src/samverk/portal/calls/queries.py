"""Reads of calls and of questions about them. Drafts are shown to the agency's people only."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samverk.portal.calls.models import Amendment, Call, CallDocument, Question, Subscription
from samverk.portal.calls.states import CallState, QuestionState
from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.permissions import is_agency

SHOWN = Q(published_at__isnull=False)
"""Has been published, and stays to be seen when it is withdrawn."""

MOST_WORDS = 10
"""That are looked for."""


def call(identifier: UUID) -> Call:
    """A call that is published. Raises NotFound."""
    return _found(Call.objects.filter(state=CallState.PUBLISHED, pk=identifier))


def shown(identifier: UUID) -> Call:
    """A call that is or was published. Raises NotFound."""
    return _found(Call.objects.filter(SHOWN, pk=identifier))


def call_for(identifier: UUID, person: Person) -> Call:
    """A call that the person may see. Raises NotFound."""
    return _found(_seen_by(person).filter(pk=identifier))


def entered(identifier: UUID, person: Person) -> Call:
    """A call for a deed: until the transaction ends, others who do one wait. Raises NotFound."""
    found = _found(Call.objects.select_for_update().filter(pk=identifier))
    if found.published_at is None and not is_agency(person):
        raise NotFound
    return found


def open_calls(at: datetime) -> list[Call]:
    """Those that take applications at that instant, the one that closes first in front."""
    now = Call.objects.filter(state=CallState.PUBLISHED, opens_at__lte=at, closes_at__gte=at)
    return list(now.order_by("closes_at", "id"))


def upcoming_calls(at: datetime) -> list[Call]:
    """Those that are open at that instant or open later, the one that closes first in front."""
    return list(Call.objects.filter(state=CallState.PUBLISHED, closes_at__gte=at).order_by("closes_at", "id"))


def shown_calls(*, after: str = "", size: int = 50) -> Page[Any]:
    """What everybody sees, the last to close in front; `changed_at`: its last news. Raises BadMark."""
    return page(with_news(), by=("-closes_at", "-id"), after=after, size=size)


def with_news() -> QuerySet[Any]:
    """What everybody sees, each with `changed_at`; looked up row by row, so that a page reads no other calls."""
    newest = Amendment.objects.filter(call=OuterRef("pk")).order_by("-id").values("made_at")[:1]
    return Call.objects.filter(SHOWN).annotate(changed_at=Coalesce("withdrawn_at", Subquery(newest), "published_at"))


def calls(person: Person, *, after: str = "", size: int = 50) -> Page[Call]:
    """The same, and for the agency's people the drafts too. Raises BadMark."""
    return page(_seen_by(person), by=("-closes_at", "-id"), after=after, size=size)


def names_of(things: Iterable[str]) -> dict[str, str]:
    """`call:…`, as the ledger has it -> scheme and edition."""
    known = [thing.removeprefix("call:") for thing in things if thing.startswith("call:")]
    return {row.story: str(row) for row in Call.objects.filter(pk__in=known)} if known else {}


def amendments(call: Call) -> QuerySet[Amendment]:
    """What was changed, the first change in front."""
    return Amendment.objects.filter(call=call).order_by("id")


def news(calls: Iterable[Call], *, size: int = 50) -> tuple[list[Amendment], list[Question]]:
    """The newest amendments of those calls, and the newest questions that were answered for everybody."""
    pks = [call.pk for call in calls if call.published_at]
    changes = Amendment.objects.filter(call__in=pks).select_related("call").order_by("-id")[:size]
    answered = Question.objects.filter(call__in=pks, state=QuestionState.PUBLISHED).select_related("call")
    return list(changes), list(answered.order_by("-published_at", "-id")[:size])


def documents(call: Call) -> list[CallDocument]:
    """The files, the oldest first; of those that are removed the ones that everybody could have."""
    ever = Q(removed_at__isnull=True)
    if call.published_at:
        ever |= Q(removed_at__gt=call.published_at)
    return list(CallDocument.objects.filter(ever, call=call).select_related("document").order_by("id"))


def call_document(identifier: UUID, call: Call) -> CallDocument:
    """A file of that call which is there to be had. Raises NotFound."""
    found = CallDocument.objects.filter(pk=identifier, call=call, removed_at__isnull=True).select_related("document")
    return _found(found)


def published_questions(call: Call, *, text: str = "", after: str = "", size: int = 20) -> Page[Question]:
    """What was answered for everybody, the newest in front: those that hold every word of `text`. Raises BadMark."""
    rows = Question.objects.filter(call=call, state=QuestionState.PUBLISHED, published_at__isnull=False)
    for word in text.casefold().split()[:MOST_WORDS]:
        rows = rows.filter(searched__contains=word)
    return page(rows, by=("-published_at", "-id"), after=after, size=size)


def own_questions(call: Call, person: Person) -> list[Question]:
    """What the person has asked, the newest in front."""
    return list(Question.objects.filter(call=call, asker=person).order_by("-id"))


def asked_by(person: Person) -> QuerySet[Question]:
    """Everything that the person has asked, the oldest in front."""
    return Question.objects.filter(asker=person).order_by("id")


def followed_by(person: Person) -> QuerySet[Subscription]:
    """The calls and schemes of which the person hears, the oldest in front."""
    return Subscription.objects.filter(person=person).order_by("since", "id")


def questions(
    person: Person, *, call: Call | None = None, only_waiting: bool = False, after: str = "", size: int = 50
) -> Page[Question]:
    """All that were asked, of one call or of every one, each with its call; for the agency's people.

    The newest in front; with `only_waiting` the one that has waited longest. Raises NotFound, BadMark.
    """
    if not is_agency(person):
        raise NotFound
    rows = Question.objects.select_related("call")
    rows = rows.filter(call=call) if call else rows
    if only_waiting:
        return page(rows.filter(state=QuestionState.ASKED), by=("id",), after=after, size=size)
    return page(rows, by=("-id",), after=after, size=size)


def question(identifier: UUID, person: Person) -> Question:
    """With its call, for the agency's people. Raises NotFound."""
    if not is_agency(person):
        raise NotFound
    return _found(Question.objects.filter(pk=identifier).select_related("call"))


def entered_question(identifier: UUID, person: Person) -> Question:
    """A question for a deed, with its call: others wait. Raises NotFound if it is neither public nor the person's."""
    found = _found(Question.objects.select_for_update(of=("self",)).select_related("call").filter(pk=identifier))
    public = found.state == QuestionState.PUBLISHED
    if not (public or found.asker_id == person.pk or is_agency(person)):
        raise NotFound
    return found


def waiting_count() -> int:
    """How many questions nobody has answered, of all calls."""
    return Question.objects.filter(state=QuestionState.ASKED).count()


def waiting(calls: Iterable[Call]) -> dict[UUID, int]:
    """How many questions about each of the calls nobody has answered; a call without any is not there."""
    rows = Question.objects.filter(call__in=[call.pk for call in calls], state=QuestionState.ASKED)
    return dict(rows.values_list("call").annotate(Count("pk")).order_by())


def follows(person: Person, call: Call) -> tuple[bool, bool]:
    """Whether the person hears of that call, and of the new calls of its scheme."""
    mine = Subscription.objects.filter(Q(call=call) | Q(scheme=call.scheme), person=person)
    found = set(mine.values_list("scheme", flat=True))
    return "" in found, call.scheme in found


def schemes_followed(person: Person) -> frozenset[str]:
    """The schemes of whose new calls the person hears."""
    return frozenset(Subscription.objects.filter(person=person).exclude(scheme="").values_list("scheme", flat=True))


def followers(call: Call) -> dict[UUID, str]:
    """Who hears of the call, and in which language."""
    return _readers(Subscription.objects.filter(call=call))


def followers_of_scheme(scheme: str) -> dict[UUID, str]:
    """Who hears of its new calls, and in which language."""
    return _readers(Subscription.objects.filter(scheme=scheme))


def those_who_answer() -> dict[UUID, str]:
    """The agency's call managers and officers, and their languages."""
    kinds = (RoleKind.CALL_MANAGER, RoleKind.OFFICER)
    return _readers(Role.objects.filter(kind__in=kinds, ended_at__isnull=True))


def _readers(rows: QuerySet[Any]) -> dict[UUID, str]:
    return dict(rows.filter(person__is_active=True).values_list("person", "person__language"))


def _seen_by(person: Person) -> QuerySet[Call]:
    return Call.objects.all() if is_agency(person) else Call.objects.filter(SHOWN)


def _found(rows: QuerySet[Any]) -> Any:
    found = rows.first()
    if found is None:
        raise NotFound
    return found
