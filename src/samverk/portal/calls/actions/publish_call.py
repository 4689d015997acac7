"""From draft to what everybody sees."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_publish
from samverk.portal.calls.queries import entered
from samverk.portal.calls.states import CALL, CallEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import move
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person


class CannotPublish(Refusal):
    """`not_call_manager`, or `closes_past`: it would have closed already."""


@transaction.atomic
def publish_call(*, call: UUID, by: Person, at: datetime) -> Call:
    """Publish a draft. Raises WrongState for a call that is none."""
    row = entered(call, by)
    demand(may_publish(by), CannotPublish)
    move(row, CALL, CallEvent.PUBLISH, published_at=at)
    if row.closes_at <= at:
        raise CannotPublish("closes_past")
    told = {"closes_at": row.closes_at, "version": row.version}
    record(deed="calls.publish_call", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row
