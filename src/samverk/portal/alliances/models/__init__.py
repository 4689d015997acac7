"""The tables of alliances."""

from samverk.portal.alliances.models.alliance import Alliance
from samverk.portal.alliances.models.comment import Comment
from samverk.portal.alliances.models.control import Control
from samverk.portal.alliances.models.invitation import Invitation
from samverk.portal.alliances.models.mandate import Mandate
from samverk.portal.alliances.models.offer import Offer
from samverk.portal.alliances.models.participant import Participant

__all__ = ["Alliance", "Comment", "Control", "Invitation", "Mandate", "Offer", "Participant"]
