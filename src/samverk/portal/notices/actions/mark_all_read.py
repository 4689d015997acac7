"""Having seen everything."""

from datetime import datetime
from uuid import UUID

from samverk.portal.notices.models import Message


def mark_all_read(*, by: UUID, at: datetime) -> int:
    """All that the person had until that instant; how many were unread. Not a deed: no ledger entry."""
    return Message.objects.filter(person=by, read_at__isnull=True, made_at__lte=at).update(read_at=at)
