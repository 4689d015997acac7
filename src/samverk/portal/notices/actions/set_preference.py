"""Choosing whether and how letters come."""

from uuid import UUID

from samverk.portal.notices.models import Preference
from samverk.portal.notices.states import Delivery, Kind


def set_preference(*, kind: Kind, delivery: Delivery, by: UUID) -> None:
    """From now on; letters that are queued still go. Not a deed: no ledger entry."""
    Preference.objects.update_or_create(person_id=by, kind=kind, defaults={"delivery": delivery})
