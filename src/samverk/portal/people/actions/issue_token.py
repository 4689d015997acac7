"""A new key for a person's programs."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.tokens import digest, new_token
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import AccessToken, Person
from samverk.portal.people.states import Scope

PREFIX = "samverk_"
"""By this a scanner knows a key that somebody left in a public place."""

USUAL_DAYS, MOST_DAYS = 90, 365
LONGEST_NAME = 100
MOST_TOKENS = 50
"""That are alive at the same time, of one person."""


class CannotIssueToken(Refusal):
    """`token_without_name`, `too_long`: the name, `no_scope`, `token_lasts`: no day or too many, `too_many_tokens`."""


@transaction.atomic
def issue_token(*, name: str, scopes: Iterable[str], days: int = USUAL_DAYS, by: Person, at: datetime) -> str:
    """The secret, which is kept nowhere. Everybody issues only for themselves. `scopes`: values of Scope."""
    name, chosen = " ".join(name.replace("\x00", " ").split()), sorted(set(scopes))
    person = Person.objects.select_for_update().get(pk=by.pk)
    if reason := _mistake(person, name, chosen, days, at):
        raise CannotIssueToken(reason)
    secret = PREFIX + new_token()
    made = AccessToken.objects.create(
        person=person,
        name=name,
        digest=digest(secret),
        scopes=chosen,
        issued_at=at,
        expires_at=at + timedelta(days=days),
    )
    told = {"scopes": chosen, "expires_at": made.expires_at.isoformat()}
    record(deed="people.issue_token", about=made.about, within=f"person:{by.pk}", by=by.pk, at=at, facts=told)
    return secret


def _mistake(person: Person, name: str, scopes: list[str], days: int, at: datetime) -> str:
    checks = {
        "token_without_name": not name,
        "too_long": len(name) > LONGEST_NAME,
        "no_scope": not scopes or not set(scopes) <= set(Scope),
        "token_lasts": not 1 <= days <= MOST_DAYS,
        "too_many_tokens": AccessToken.objects.alive(at).filter(person=person).count() >= MOST_TOKENS,
    }
    return next((reason for reason, wrong in checks.items() if wrong), "")
