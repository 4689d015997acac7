"""The life of a call, and that of a question about one."""

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

    CHANGE = "change"
    PUBLISH = "publish"
    AMEND = "amend"
    WITHDRAW = "withdraw"


CALL = Lifecycle(
    CallState.DRAFT,
    {
        (CallState.DRAFT, CallEvent.CHANGE): CallState.DRAFT,
        (CallState.DRAFT, CallEvent.PUBLISH): CallState.PUBLISHED,
        (CallState.DRAFT, CallEvent.WITHDRAW): CallState.WITHDRAWN,
        (CallState.PUBLISHED, CallEvent.AMEND): CallState.PUBLISHED,
        (CallState.PUBLISHED, CallEvent.WITHDRAW): CallState.WITHDRAWN,
    },
)


class QuestionState(StrEnum):
    """Only a published question is anybody's besides the asker's and the agency's."""

    ASKED = "asked"
    ANSWERED = "answered"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class QuestionEvent(StrEnum):
    """What can happen to a question. An answer can be given anew until it is published."""

    ANSWER = "answer"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"


QUESTION = Lifecycle(
    QuestionState.ASKED,
    {
        (QuestionState.ASKED, QuestionEvent.ANSWER): QuestionState.ANSWERED,
        (QuestionState.ANSWERED, QuestionEvent.ANSWER): QuestionState.ANSWERED,
        (QuestionState.ANSWERED, QuestionEvent.PUBLISH): QuestionState.PUBLISHED,
        (QuestionState.ASKED, QuestionEvent.WITHDRAW): QuestionState.WITHDRAWN,
    },
)
