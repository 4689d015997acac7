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


class CannotKeep(Refusal):
    """`no_such_call`, `not_in_it`: nobody in the case has that key, `already_in`: one organisation is there twice.

    `not_a_fact`: a text holds a null character, which no table of PostgreSQL can.
    """


@transaction.atomic
def keep(*, case: facts.Case, own: str, by: Person, at: datetime) -> Alliance:
    """An alliance with everything that the case says. `own`: the key of the person's organisation, or empty."""
    _check(case, own)
    known = by_key(p.id for p in case.participants)
    registered = [known[given.id].pk for given in case.participants if given.id in known]
    if len(set(registered)) < len(registered):
        raise CannotKeep("already_in")
    alliance = Alliance.objects.create(**alliance_fields(case), founder=by, created_at=at)
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


def _check(case: facts.Case, own: str) -> None:
    try:
        open_book(case.scheme, case.call)
    except NoSuchBook:
        raise CannotKeep("no_such_call") from None
    if any("\x00" in text for text in _texts(case)):
        raise CannotKeep("not_a_fact")
    if own and own not in {p.id for p in case.participants}:
        raise CannotKeep("not_in_it")


def _texts(case: facts.Case) -> Iterator[str]:
    yield from (case.title, *(case.project.aims or ()))
    for given in case.participants:
        yield from (given.id, given.name)
    for link in case.links:
        yield from (link.controller, link.controlled)
