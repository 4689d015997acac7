"""The life of a membership."""

from enum import StrEnum

from samverk.portal.foundation.lifecycle import Lifecycle


class MembershipState(StrEnum):
    """`requested` until it is answered, or `withdrawn` by who asked. `ended`: by the member or another member or the
    agency; the row stays.
    """

    REQUESTED = "requested"
    ACTIVE = "active"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"


class MembershipEvent(StrEnum):
    APPROVE = "approve"
    DECLINE = "decline"
    END = "end"
    WITHDRAW = "withdraw"


MEMBERSHIP = Lifecycle(
    MembershipState.REQUESTED,
    {
        (MembershipState.REQUESTED, MembershipEvent.APPROVE): MembershipState.ACTIVE,
        (MembershipState.REQUESTED, MembershipEvent.DECLINE): MembershipState.DECLINED,
        (MembershipState.REQUESTED, MembershipEvent.WITHDRAW): MembershipState.WITHDRAWN,
        (MembershipState.ACTIVE, MembershipEvent.END): MembershipState.ENDED,
    },
)
UNANSWERED = (MembershipState.REQUESTED, MembershipState.WITHDRAWN)
"""These nobody has answered."""

OPEN = (MembershipState.REQUESTED, MembershipState.ACTIVE)
"""Of these a person has at most one in an organisation."""
