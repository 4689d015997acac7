"""What a person is called, and in which language and hours the person reads."""

from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.conf import settings
from django.db import transaction

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person

LONGEST = 150
"""Letters of a name."""


class CannotChangeProfile(Refusal):
    """`no_name`, `too_long`, `unknown_language`, `unknown_time_zone`, or `nothing_changed`."""


@transaction.atomic
def change_profile(*, name: str, language: str, time_zone: str, by: Person, at: datetime) -> Person:
    """Everybody changes only the own. `language` is a code of settings.LANGUAGES, `time_zone` one of IANA's names."""
    wanted = {"name": " ".join(name.split()), "language": language, "time_zone": time_zone}
    if reason := _mistake(**wanted):
        raise CannotChangeProfile(reason)
    person = Person.objects.select_for_update().get(pk=by.pk)
    changed = {field: value for field, value in wanted.items() if getattr(person, field) != value}
    if not changed:
        raise CannotChangeProfile("nothing_changed")
    _save(person, changed)
    record(deed="people.change_profile", about=f"person:{person.pk}", by=by.pk, at=at, facts={"fields": [*changed]})
    return person


def _mistake(name: str, language: str, time_zone: str) -> str:
    checks = {
        "no_name": not name,
        "too_long": len(name) > LONGEST,
        "unknown_language": language not in dict(settings.LANGUAGES),
        "unknown_time_zone": time_zone not in available_timezones(),
    }
    return next((reason for reason, wrong in checks.items() if wrong), "")


def _save(person: Person, changed: dict[str, Any]) -> None:
    for field, value in changed.items():
        setattr(person, field, value)
    person.save(update_fields=[*changed])
