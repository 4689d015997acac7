"""Tables."""

from samverk.portal.notices.models.letter import Letter
from samverk.portal.notices.models.message import Message
from samverk.portal.notices.models.preference import Preference

__all__ = ["Letter", "Message", "Preference"]
