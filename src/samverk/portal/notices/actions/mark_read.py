"""Opening a message."""

from datetime import datetime
from uuid import UUID

from samverk.portal.foundation.decision import NotFound
from samverk.portal.notices.models import Message


def mark_read(*, message_id: UUID, by: UUID, at: datetime) -> None:
    """The first time counts. Raises NotFound if it is not the person's. Not a deed: no ledger entry."""
    mine = Message.objects.filter(pk=message_id, person=by)
    if not mine.filter(read_at__isnull=True).update(read_at=at) and not mine.exists():
        raise NotFound
