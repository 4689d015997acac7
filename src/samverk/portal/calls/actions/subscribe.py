"""Hear of what becomes of a call, or of the new calls of a scheme."""

from datetime import datetime
from uuid import UUID

from samverk.portal.calls.models import Subscription
from samverk.portal.calls.queries import shown
from samverk.portal.foundation.decision import NotFound
from samverk.portal.people.models import Person
from samverk.scheme.book import schemes


def subscribe(*, call: UUID | None = None, scheme: str = "", by: Person, at: datetime) -> None:
    """To a `call` that everybody sees, or to a `scheme`. Once more changes nothing. Raises NotFound.

    Like a preference it is not a deed: no ledger entry.
    """
    if call is not None:
        Subscription.objects.get_or_create(person=by, call=shown(call), defaults={"since": at})
    elif scheme in schemes():
        Subscription.objects.get_or_create(person=by, scheme=scheme, defaults={"since": at})
    else:
        raise NotFound
