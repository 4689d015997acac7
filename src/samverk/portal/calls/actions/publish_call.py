"""From draft to what everybody sees."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.calls.actions.telling import tell
from samverk.portal.calls.models import Call
from samverk.portal.calls.permissions import may_publish
from samverk.portal.calls.queries import entered, followers_of_scheme
from samverk.portal.calls.states import CALL, CallEvent
from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import StaleSave, move
from samverk.portal.ledger.actions.record import record
from samverk.portal.notices.states import Kind
from samverk.portal.people.models import Person


class CannotPublish(Refusal):
    """`not_call_manager`, or `closes_past`: it would have closed already."""


@transaction.atomic
def publish_call(*, call: UUID, version: int | None = None, by: Person, at: datetime) -> Call:
    """Publish a draft, and tell those who follow the scheme.

    `version` is the one that the person has read; none publishes whatever it says. Raises WrongState for a call that
    is no draft, StaleSave for one that was changed since that version.
    """
    row = entered(call, by)
    demand(may_publish(by), CannotPublish)
    if version not in (None, row.version):
        raise StaleSave
    move(row, CALL, CallEvent.PUBLISH, published_at=at)
    if row.closes_at <= at:
        raise CannotPublish("closes_past")
    tell(Kind.CALL_PUBLISHED, followers_of_scheme(row.scheme), row, at=at)
    told = {"closes_at": row.closes_at, "version": row.version}
    record(deed="calls.publish_call", about=row.story, within=row.story, by=by.pk, at=at, facts=told)
    return row
