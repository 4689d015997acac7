"""From a case on a page to an alliance that people form."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from samverk.portal.alliances.facts import alliance_fields, controls, participant_fields
from samverk.portal.alliances.models import Alliance, Control, Participant
from samverk.portal.alliances.states import ParticipantState
from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.queries import by_key
from samverk.portal.people.models import Person
from samverk.scheme import facts
from samverk.scheme.book import open_book
from samverk.scheme.book.load import NoSuchBook

LONGEST_ONCE = 64


class CannotKeep(Refusal):
    """`no_such_call`, `not_in_it`: nobody in the case has that key, `already_in`: one organisation is there twice.

    `not_a_fact`: a text holds a null character, which no table of PostgreSQL can, or the form's key is too long.
    """


@transaction.atomic
def keep(*, case: facts.Case, own: str, once: str = "", by: Person, at: datetime) -> Alliance:
    """An alliance with everything that the case says. `own`: the key of the person's organisation, or empty.

    `once`: a key of the form. The second time that the person sends it, the first time's alliance is all there is.
    """
    _check(case, own, once)
    known = by_key(p.id for p in case.participants)
    registered = [known[given.id].pk for given in case.participants if given.id in known]
    if len(set(registered)) < len(registered):
        raise CannotKeep("already_in")
    alliance, is_new = _row(case, once, by, at)
    if not is_new:
        return alliance
    Participant.objects.bulk_create(
        Participant(
            alliance=alliance,
            number=number,
            organisation=known.get(given.id),
            **participant_fields(given),
            **({"state": ParticipantState.JOINED, "contact": by} if given.id == own else {}),
        )
        for number, given in enumerate(case.participants, 1)
    )
    Control.objects.bulk_create(controls(alliance, case))
    told = {"scheme": case.scheme, "call": case.call, "participants": len(case.participants)}
    record(deed="alliances.keep", about=alliance.story, within=alliance.story, by=by.pk, at=at, facts=told)
    return alliance


def _row(case: facts.Case, once: str, by: Person, at: datetime) -> tuple[Alliance, bool]:
    """The alliance itself, and whether it was made now. Of two forms at once the table lets one in."""
    said = alliance_fields(case) | {"created_at": at}
    if not once:
        return Alliance.objects.create(**said, founder=by), True
    return Alliance.objects.get_or_create(founder=by, once=once, defaults=said)


def _check(case: facts.Case, own: str, once: str) -> None:
    try:
        open_book(case.scheme, case.call)
    except NoSuchBook:
        raise CannotKeep("no_such_call") from None
    if len(once) > LONGEST_ONCE or any("\x00" in text for text in (once, *_texts(case))):
        raise CannotKeep("not_a_fact")
    if own and own not in {p.id for p in case.participants}:
        raise CannotKeep("not_in_it")


def _texts(case: facts.Case) -> Iterator[str]:
    yield from (case.title, *(case.project.aims or ()))
    for given in case.participants:
        yield from (given.id, given.name)
    for link in case.links:
        yield from (link.controller, link.controlled)
