"""Hear no more of a call, or of the new calls of a scheme."""

from datetime import datetime
from uuid import UUID

from samverk.portal.calls.models import Subscription
from samverk.portal.people.models import Person


def unsubscribe(*, call: UUID | None = None, scheme: str = "", by: Person, at: datetime) -> None:
    """From one of the two. Once more changes nothing. Not a deed: no ledger entry."""
    Subscription.objects.filter(person=by, call=call, scheme=scheme, since__lte=at).delete()
