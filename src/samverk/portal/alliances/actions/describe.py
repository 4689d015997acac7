"""What the alliance is about."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from samverk.portal.alliances.actions.setting import set_fields
from samverk.portal.alliances.actions.voiding import void_mandates
from samverk.portal.alliances.facts import DESCRIBED, case
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.permissions import may_describe
from samverk.portal.alliances.queries import entered
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotDescribe(Refusal):
    """`not_leader`, `dissolved`, or `not_a_fact`: no rule could read it."""


@transaction.atomic
def describe(*, alliance: UUID, version: int, changes: Mapping[str, Any], by: Person, at: datetime) -> Alliance:
    """Set fields of `facts.DESCRIBED`. Raises StaleSave if somebody changed the alliance since that version."""
    row = entered(alliance, by)
    demand(may_describe(by, row), CannotDescribe)
    names = set_fields(row, version, changes, allowed=DESCRIBED, read=case, refusal=CannotDescribe)
    told = {"fields": names, "version": row.version}
    void_mandates(row.pk, at)
    record(deed="alliances.describe", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row
