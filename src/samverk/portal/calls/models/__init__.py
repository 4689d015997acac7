"""The tables of calls."""

from samverk.portal.calls.models.amendment import Amendment
from samverk.portal.calls.models.call import Call

__all__ = ["Amendment", "Call"]
