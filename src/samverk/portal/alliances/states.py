"""The lives of an alliance, of a participant in it, and of what is asked within it."""

from enum import StrEnum

from samverk.portal.foundation.lifecycle import Lifecycle


class AllianceState(StrEnum):
    """`forming`: being put together. `dissolved`: given up, and only to be read."""

    FORMING = "forming"
    DISSOLVED = "dissolved"


class Strand(StrEnum):
    """What a project can do (S6): strengthen innovation, develop competences, or let knowledge flow."""

    INNOVATION = "innovation"
    COMPETENCES = "competences"
    EXCHANGE = "exchange"


class AllianceEvent(StrEnum):
    DISSOLVE = "dissolve"


ALLIANCE = Lifecycle(AllianceState.FORMING, {(AllianceState.FORMING, AllianceEvent.DISSOLVE): AllianceState.DISSOLVED})


class ParticipantState(StrEnum):
    """`planned`: put down by the coordinator. `joined`: the organisation itself has said yes.

    `left` on its own accord, `removed` by the coordinator: both stay on record and count no more.
    """

    PLANNED = "planned"
    INVITED = "invited"
    DECLINED = "declined"
    JOINED = "joined"
    LEFT = "left"
    REMOVED = "removed"


class ParticipantEvent(StrEnum):
    INVITE = "invite"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    DECLINE = "decline"
    LEAVE = "leave"
    REMOVE = "remove"


_P, _E = ParticipantState, ParticipantEvent
PARTICIPANT = Lifecycle(
    _P.PLANNED,
    {
        (_P.PLANNED, _E.INVITE): _P.INVITED,
        (_P.PLANNED, _E.REMOVE): _P.REMOVED,
        (_P.INVITED, _E.INVITE): _P.INVITED,
        (_P.INVITED, _E.WITHDRAW): _P.PLANNED,
        (_P.INVITED, _E.ACCEPT): _P.JOINED,
        (_P.INVITED, _E.DECLINE): _P.DECLINED,
        (_P.INVITED, _E.REMOVE): _P.REMOVED,
        (_P.DECLINED, _E.INVITE): _P.INVITED,
        (_P.DECLINED, _E.REMOVE): _P.REMOVED,
        (_P.JOINED, _E.LEAVE): _P.LEFT,
        (_P.JOINED, _E.REMOVE): _P.REMOVED,
    },
)
GONE = (ParticipantState.LEFT, ParticipantState.REMOVED)
NOT_COUNTED = (ParticipantState.DECLINED, *GONE)
"""Those whose facts are no part of the alliance's case."""


class InvitationState(StrEnum):
    """`open` until it is answered, withdrawn, or its time runs out, which no row says: the clock does."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class InvitationEvent(StrEnum):
    ACCEPT = "accept"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


INVITATION = Lifecycle(
    InvitationState.OPEN,
    {
        (InvitationState.OPEN, InvitationEvent.ACCEPT): InvitationState.ACCEPTED,
        (InvitationState.OPEN, InvitationEvent.DECLINE): InvitationState.DECLINED,
        (InvitationState.OPEN, InvitationEvent.WITHDRAW): InvitationState.WITHDRAWN,
    },
)


class OfferState(StrEnum):
    """Of the coordination, offered by the coordinator to another participant."""

    OPEN = "open"
    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class OfferEvent(StrEnum):
    TAKE = "take"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


OFFER = Lifecycle(
    OfferState.OPEN,
    {
        (OfferState.OPEN, OfferEvent.TAKE): OfferState.TAKEN,
        (OfferState.OPEN, OfferEvent.DECLINE): OfferState.DECLINED,
        (OfferState.OPEN, OfferEvent.WITHDRAW): OfferState.WITHDRAWN,
    },
)


class MandateState(StrEnum):
    """`asked` until it is answered, taken back, or its time runs out, which no row says: the clock does.

    `void`: what stands in it is no longer so, or a newer one was signed.
    """

    ASKED = "asked"
    SIGNED = "signed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    VOID = "void"


class MandateEvent(StrEnum):
    SIGN = "sign"
    UPLOAD = "upload"
    DECLINE = "decline"
    WITHDRAW = "withdraw"
    VOID = "void"


MANDATE = Lifecycle(
    MandateState.ASKED,
    {
        (MandateState.ASKED, MandateEvent.SIGN): MandateState.SIGNED,
        (MandateState.ASKED, MandateEvent.UPLOAD): MandateState.SIGNED,
        (MandateState.ASKED, MandateEvent.DECLINE): MandateState.DECLINED,
        (MandateState.ASKED, MandateEvent.WITHDRAW): MandateState.WITHDRAWN,
        (MandateState.ASKED, MandateEvent.VOID): MandateState.VOID,
        (MandateState.SIGNED, MandateEvent.VOID): MandateState.VOID,
    },
)
LIVE_MANDATES = (MandateState.ASKED, MandateState.SIGNED)
"""Of each of these a participant has at most one."""


class VoidBecause(StrEnum):
    """Why a mandate is void: the participant went, the alliance did, another was signed, or a fact in it changed."""

    GONE = "gone"
    DISSOLVED = "dissolved"
    NEWER = "newer"
    COORDINATOR = "coordinator"
    COORDINATOR_NAME = "coordinator_name"
    TITLE = "title"
    ACRONYM = "acronym"
    CALL = "call"
    PARTNER = "partner"
    COUNTRY = "country"
    ROLE = "role"
    SUM = "sum"
