"""Telling people with an account, as part of another deed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.notices.facts import lines
from samverk.portal.notices.models import Letter, Message, Preference
from samverk.portal.notices.states import Delivery, Kind


@transaction.atomic
def notify(
    *, kind: Kind, to: Iterable[UUID], about: str, link: str, facts: Mapping[str, str | int], at: datetime
) -> None:
    """A message to each of the people, and a letter to those who want one of this kind, at once or with others."""
    people = list(dict.fromkeys(to))
    told, chosen = lines(facts), _chosen(people, kind)
    Message.objects.bulk_create(
        Message(
            person_id=person,
            kind=kind,
            about=about,
            link=link,
            facts=told,
            made_at=at,
            gather=chosen.get(person) == Delivery.DIGEST,
        )
        for person in people
    )
    Letter.objects.bulk_create(
        Letter(person_id=person, kind=kind, facts=told, link=link, made_at=at, due_at=at)
        for person in people
        if chosen.get(person, Delivery.NOW) == Delivery.NOW
    )


def _chosen(people: list[UUID], kind: Kind) -> dict[UUID, str]:
    """How those who have chosen want it."""
    return dict(Preference.objects.filter(person__in=people, kind=kind).values_list("person_id", "delivery"))
