"""One letter a day instead of many, for those who want it so."""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Min

from samverk.portal.notices.models import Letter, Message
from samverk.portal.notices.states import DIGEST

HOUR = 7
"""Of the reader's day, when the letter comes."""

MOST = 50
"""Messages in one letter; it says how many more the inbox has."""


def send_digests(*, at: datetime) -> int:
    """Queue a letter for each person for whom something has waited since before the last seven in the morning there.

    Returns how many. Each is a transaction: what waits is in the letter or still waits. One that was missed comes late.
    """
    waiting = Message.objects.filter(gather=True).values_list("person", "person__time_zone")
    first = waiting.annotate(first=Min("made_at")).order_by("first")
    return sum(_gather(person, at) for person, zone, since in first if since < _last_morning(zone, at))


def _last_morning(zone: str, at: datetime) -> datetime:
    there = at.astimezone(ZoneInfo(zone))
    morning = there.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return morning if morning <= there else morning - timedelta(days=1)


@transaction.atomic
def _gather(person: UUID, at: datetime) -> bool:
    """What was read meanwhile is left out."""
    waiting = Message.objects.select_for_update().filter(person=person, gather=True).order_by("made_at", "id")
    rows = list(waiting)
    told = [{"kind": row.kind, "facts": row.facts, "link": row.link} for row in rows if row.read_at is None]
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(gather=False)
    if told:
        facts = {"messages": told[:MOST], "more": len(told[MOST:])}
        Letter.objects.create(person_id=person, kind=DIGEST, link="/account/inbox/", facts=facts, made_at=at, due_at=at)
    return bool(told)
