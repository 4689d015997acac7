"""Who may do what in an alliance that they see; to everybody else there is none (see `queries`)."""

from samverk.portal.alliances.models import Alliance, Comment, Mandate, Offer, Participant
from samverk.portal.alliances.queries import coordinator, leader, spoken_for
from samverk.portal.alliances.states import (
    ALLIANCE,
    MANDATE,
    PARTICIPANT,
    AllianceEvent,
    AllianceState,
    MandateEvent,
    ParticipantEvent,
    ParticipantState,
)
from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.people.models import Person

NOT_LEADER = Decision("not_leader")
NOT_YOURS = Decision("not_yours")
WRONG_STATE = Decision("wrong_state")
DISSOLVED = Decision("dissolved")
NOT_TO_ONESELF = Decision("own_part")


def may_describe(person: Person, alliance: Alliance) -> Decision:
    """Say what the alliance is about: its leader, while it is forming."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    return ALLOWED if leader(alliance) == person.pk else NOT_LEADER


def may_answer_call(person: Person, alliance: Alliance) -> Decision:
    """Say which call it is meant for: the leader."""
    return may_describe(person, alliance)


def may_add(person: Person, alliance: Alliance) -> Decision:
    """Put one more organisation down: the leader."""
    return may_describe(person, alliance)


def may_declare_control(person: Person, alliance: Alliance) -> Decision:
    """Say which organisation controls which: the leader, and every contact, who knows of the own one."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    return ALLOWED if leader(alliance) == person.pk or spoken_for(alliance, person) else NOT_LEADER


def may_describe_participant(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Say what an organisation is and does here: its own contact and the leader."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    if not participant.counted:
        return WRONG_STATE
    yours = participant.has_joined and participant.contact_id == person.pk
    return ALLOWED if yours or leader(alliance) == person.pk else NOT_YOURS


def may_invite(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Ask an organisation in, or ask again: the leader."""
    return _leads(person, alliance, participant, ParticipantEvent.INVITE)


def may_withdraw_invitation(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Take an invitation back: the leader."""
    return _leads(person, alliance, participant, ParticipantEvent.WITHDRAW)


def may_remove(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Take an organisation out: the leader, but not the one that coordinates."""
    if participant.has_joined and participant.coordinator:
        return Decision("coordinates")
    return _leads(person, alliance, participant, ParticipantEvent.REMOVE)


def may_leave(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Go: its contact. The coordinator first hands the coordination on, or dissolves the alliance."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    if not PARTICIPANT.allows(participant.life, ParticipantEvent.LEAVE):
        return WRONG_STATE
    if participant.contact_id != person.pk:
        return NOT_YOURS
    return Decision("coordinates") if participant.coordinator else ALLOWED


def may_remind(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Remind an organisation of what it owes: the leader, but not of the own part."""
    led = may_describe(person, alliance)
    if led and participant.state not in {ParticipantState.INVITED, ParticipantState.JOINED}:
        return WRONG_STATE
    return NOT_TO_ONESELF if led and participant.contact_id == person.pk else led


def may_offer_lead(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Offer the coordination to an organisation that has joined and does not have it: the leader."""
    if not participant.has_joined or participant.coordinator:
        return WRONG_STATE
    return may_describe(person, alliance)


def may_withdraw_offer(person: Person, alliance: Alliance) -> Decision:
    """Take the offer back: the leader."""
    return may_describe(person, alliance)


def may_answer_offer(person: Person, alliance: Alliance, offer: Offer | None) -> Decision:
    """Take the coordination or decline it: the contact of the organisation that it is offered to."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    if offer is None:
        return WRONG_STATE
    mine = spoken_for(alliance, person)
    return ALLOWED if mine and mine.pk == offer.participant_id else NOT_YOURS


def may_say(_person: Person, alliance: Alliance) -> Decision:
    """Take part in the discussion: everybody who sees the alliance."""
    return ALLOWED if alliance.state == AllianceState.FORMING else DISSOLVED


def may_take_back(person: Person, comment: Comment) -> Decision:
    """Take back what one said: its author."""
    if comment.taken_back_at is not None:
        return WRONG_STATE
    return ALLOWED if comment.author_id == person.pk else NOT_YOURS


def may_dissolve(person: Person, alliance: Alliance) -> Decision:
    """Give the alliance up: the leader."""
    if not ALLIANCE.allows(alliance.life, AllianceEvent.DISSOLVE):
        return DISSOLVED
    return ALLOWED if leader(alliance) == person.pk else NOT_LEADER


def may_ask_mandate(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Ask for an organisation's mandate: the leader and its contact, once there is a coordinator to empower."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    if not participant.has_joined:
        return WRONG_STATE
    if person.pk not in {participant.contact_id, leader(alliance)}:
        return NOT_YOURS
    if participant.coordinator:
        return Decision("empowers_itself")
    return ALLOWED if coordinator(alliance) else Decision("no_coordinator")


def may_withdraw_mandate(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Take back what was asked: the leader and the organisation's contact."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    return ALLOWED if person.pk in {participant.contact_id, leader(alliance)} else NOT_YOURS


def may_upload_mandate(person: Person, alliance: Alliance, participant: Participant) -> Decision:
    """Hand in a paper that was signed by hand: the organisation's contact."""
    if alliance.state != AllianceState.FORMING:
        return DISSOLVED
    if not participant.has_joined:
        return WRONG_STATE
    return ALLOWED if person.pk == participant.contact_id else NOT_YOURS


def may_sign_mandate(person: Person, mandate: Mandate) -> Decision:
    """Sign it: the one whose address it was asked of."""
    if not MANDATE.allows(mandate.life, MandateEvent.SIGN):
        return WRONG_STATE
    return ALLOWED if mandate.is_asked_of(person) else Decision("not_addressee")


def may_decline_mandate(person: Person, mandate: Mandate) -> Decision:
    """Say no: the one whose address it was asked of."""
    return may_sign_mandate(person, mandate)


def _leads(person: Person, alliance: Alliance, participant: Participant, event: ParticipantEvent) -> Decision:
    led = may_describe(person, alliance)
    if led and not PARTICIPANT.allows(participant.life, event):
        return WRONG_STATE
    return led
