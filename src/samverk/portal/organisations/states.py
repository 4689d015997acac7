"""The life of a membership."""

from enum import StrEnum

from samverk.portal.foundation.lifecycle import Lifecycle


class MembershipState(StrEnum):
    """`requested` until it is answered. `ended`: by the member, another member or the agency; the row stays."""

    REQUESTED = "requested"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class MembershipEvent(StrEnum):
    APPROVE = "approve"
    DECLINE = "decline"
    END = "end"


MEMBERSHIP = Lifecycle(
    MembershipState.REQUESTED,
    {
        (MembershipState.REQUESTED, MembershipEvent.APPROVE): MembershipState.ACTIVE,
        (MembershipState.REQUESTED, MembershipEvent.DECLINE): MembershipState.DECLINED,
        (MembershipState.ACTIVE, MembershipEvent.END): MembershipState.ENDED,
    },
)
OPEN = (MembershipState.REQUESTED, MembershipState.ACTIVE)
"""Of these a person has at most one in an organisation."""
