"""What is done with messages beside the server."""

from datetime import datetime

from samverk.portal.foundation.jobs import job
from samverk.portal.notices.actions import send_digests as action


@job()
def send_digests(*, at: datetime) -> None:
    """Gather what waits for those whose day begins."""
    action.send_digests(at=at)
