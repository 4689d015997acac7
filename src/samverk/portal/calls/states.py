"""The life of a call."""

from enum import StrEnum

from samverk.portal.foundation.lifecycle import Lifecycle


class CallState(StrEnum):
    """Whether a published call takes applications is a matter of the clock, and no state."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Standing(StrEnum):
    """What a call that has been published is to its readers at an instant."""

    OPEN = "open"
    COMING = "coming"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class CallEvent(StrEnum):
    """What can happen to a call."""

    PUBLISH = "publish"
    AMEND = "amend"
    WITHDRAW = "withdraw"


CALL = Lifecycle(
    CallState.DRAFT,
    {
        (CallState.DRAFT, CallEvent.PUBLISH): CallState.PUBLISHED,
        (CallState.DRAFT, CallEvent.WITHDRAW): CallState.WITHDRAWN,
        (CallState.PUBLISHED, CallEvent.AMEND): CallState.PUBLISHED,
        (CallState.PUBLISHED, CallEvent.WITHDRAW): CallState.WITHDRAWN,
    },
)
