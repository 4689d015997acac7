"""From the registry to the core: what an organisation brings into an alliance."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils.text import slugify

from samverk.portal.organisations.models import Charter, Organisation
from samverk.portal.organisations.models.charter import LISTED_SINCE
from samverk.portal.organisations.models.search_word import fold
from samverk.scheme.facts import Participant
from samverk.scheme.values import Category, Role

Period = tuple[date, date | None]


def participant(organisation: Organisation, *, on: date, key: str = "", role: Role | None = None) -> Participant:
    """The organisation as a participant of an alliance that answers a call closing `on`.

    `key` is its id there, by default made of its name. Charter dates are given only where the registry can tell:
    see `charter_period`.
    """
    since, until = charter_period(organisation.charters.all(), on) or (None, None)
    return Participant(
        id=key or slugify(fold(organisation.name))[:100] or f"organisation-{organisation.pk}",
        name=organisation.name,
        country=organisation.country or None,
        role=role,
        category=Category(organisation.kind) if organisation.kind else None,
        charter_from=since,
        charter_until=until,
    )


def charter_period(charters: Iterable[Charter], on: date) -> Period | None:
    """The period that decides for `on`: the one that holds it, else the last before it, else the first after it.

    `None` if nothing is known: no charter, or a day before the lists begin and no charter from another source.
    """
    periods = _joined(charters)
    started = [period for period in periods if period[0] <= on]
    if started:
        return started[-1]
    return periods[0] if periods and on >= LISTED_SINCE else None


def _joined(charters: Iterable[Charter]) -> list[Period]:
    """Periods by their first day; one that begins no later than the day after another's end continues it."""
    periods: list[Period] = []
    for charter in sorted(charters, key=lambda charter: charter.valid_from):
        since, until = charter.valid_from, charter.counts_until
        if until is not None and until < since:
            continue  # gone from the lists before its first day
        if periods and (before := periods[-1])[1] is not None and before[1] + timedelta(days=1) < since:
            periods.append((since, until))
        elif periods:
            periods[-1] = (periods[-1][0], _later(periods[-1][1], until))
        else:
            periods.append((since, until))
    return periods


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
