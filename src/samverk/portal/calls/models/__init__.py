"""The tables of calls."""

from samverk.portal.calls.models.amendment import Amendment
from samverk.portal.calls.models.call import Call
from samverk.portal.calls.models.call_document import CallDocument
from samverk.portal.calls.models.question import Question
from samverk.portal.calls.models.subscription import Subscription

__all__ = ["Amendment", "Call", "CallDocument", "Question", "Subscription"]
