"""What ends with the place of an organisation in an alliance."""

from datetime import datetime

from samverk.portal.alliances.models import Alliance, Offer, Participant
from samverk.portal.alliances.states import InvitationState, OfferState


def withdraw_invitations(row: Participant) -> None:
    """No link to this place opens any more."""
    row.invitations.filter(state=InvitationState.OPEN).update(state=InvitationState.WITHDRAWN)


def withdraw_offers(alliance: Alliance, at: datetime, *, to: Participant | None = None) -> None:
    """The coordination is on offer no more: to anybody, or to one."""
    offers = Offer.objects.filter(alliance=alliance, state=OfferState.OPEN)
    if to:
        offers = offers.filter(participant=to)
    offers.update(state=OfferState.WITHDRAWN, answered_at=at)
