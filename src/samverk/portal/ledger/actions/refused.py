"""Record an attempt that came to nothing."""

from datetime import datetime
from uuid import UUID

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record


def refused(refusal: Refusal, *, deed: str, about: str, by: UUID | None, at: datetime) -> None:
    """Called by the boundary, after the deed's own transaction has ended. What was not found leaves no trace."""
    if refusal.recorded:
        record(deed=deed, about=about, by=by, at=at, reason=refusal.reason)
