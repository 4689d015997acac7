"""What is done for alliances beside the server."""

from datetime import datetime
from uuid import UUID

from samverk.portal.alliances.actions import typeset_mandate as setting
from samverk.portal.foundation.jobs import job


@job()
def typeset_mandate(*, mandate: str, at: datetime) -> None:
    """Set a mandate on paper, to be read and signed."""
    setting.typeset_mandate(mandate=UUID(mandate), by=None, at=at)


@job()
def typeset_signed_mandate(*, mandate: str, at: datetime) -> None:
    """Set a signed mandate with its signature page."""
    setting.typeset_signed_mandate(mandate=UUID(mandate), by=None, at=at)
