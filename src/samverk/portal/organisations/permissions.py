"""Who may do what for an organisation."""

from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.organisations.models import Membership, MembershipKind, Organisation
from samverk.portal.organisations.queries import answers_for_agency, has_open, is_member, represents
from samverk.portal.organisations.states import MEMBERSHIP, MembershipEvent
from samverk.portal.people.models import Person

WRONG_STATE = Decision("wrong_state")
NOT_MEMBER = Decision("not_member")
NOT_OFFICER = Decision("not_officer")


def may_request(person: Person, organisation: Organisation) -> Decision:
    """Ask to act for an organisation: everybody who does not already, and has not asked."""
    return Decision("already_asked") if has_open(person, organisation.pk) else ALLOWED


def may_answer(person: Person, membership: Membership) -> Decision:
    """Say yes or no: a member of the organisation, an officer or a call manager; nobody to the own request.

    To somebody who wants to be a legal representative no editor: an officer, a call manager or one who is it already.
    """
    if not MEMBERSHIP.allows(membership.life, MembershipEvent.APPROVE):
        return WRONG_STATE
    if membership.person_id == person.pk:
        return Decision("own_request")
    acts = _acts(person, membership)
    if acts and membership.kind == MembershipKind.LEGAL_REPRESENTATIVE and not _represents(person, membership):
        return Decision("not_representative")
    return acts


def may_withdraw(person: Person, membership: Membership) -> Decision:
    """Take a request back: the person who asked, until it is answered."""
    if not MEMBERSHIP.allows(membership.life, MembershipEvent.WITHDRAW):
        return WRONG_STATE
    return ALLOWED if membership.person_id == person.pk else Decision("not_yours")


def may_end(person: Person, membership: Membership) -> Decision:
    """End a membership: the member, another member of the organisation, an officer or a call manager."""
    if not MEMBERSHIP.allows(membership.life, MembershipEvent.END):
        return WRONG_STATE
    return ALLOWED if membership.person_id == person.pk else _acts(person, membership)


def _represents(person: Person, membership: Membership) -> bool:
    return represents(person, membership.organisation_id) or answers_for_agency(person)


def _acts(person: Person, membership: Membership) -> Decision:
    acts = is_member(person, membership.organisation_id) or answers_for_agency(person)
    return ALLOWED if acts else NOT_MEMBER


def may_describe(person: Person, organisation: Organisation) -> Decision:
    """Say what an organisation is and does: its members, in either role."""
    return ALLOWED if is_member(person, organisation.pk) else NOT_MEMBER


def may_rename(person: Person, organisation: Organisation) -> Decision:
    """Say that it bears another name: its members, an officer or a call manager."""
    return _keeps(person, organisation)


def may_add_offer(person: Person, organisation: Organisation) -> Decision:
    """Offer others something or wish for it, in its name: its members."""
    return may_describe(person, organisation)


def may_end_offer(person: Person, organisation: Organisation) -> Decision:
    """Take down an offer or a wish: its members, an officer or a call manager."""
    return _keeps(person, organisation)


def may_link(person: Person, controller: Organisation, controlled: Organisation) -> Decision:
    """Say that one controls the other, or does no more: members of either, an officer or a call manager."""
    acts = is_member(person, controller.pk) or is_member(person, controlled.pk) or answers_for_agency(person)
    return ALLOWED if acts else NOT_MEMBER


def may_keep_evidence(person: Person, organisation: Organisation) -> Decision:
    """Add evidence and remove it: its members. The agency reads it."""
    return may_describe(person, organisation)


def may_verify(person: Person, organisation: Organisation) -> Decision:
    """Say that the agency has made sure of it: an officer or a call manager who does not act for it."""
    if not answers_for_agency(person):
        return NOT_OFFICER
    return Decision("own_organisation") if is_member(person, organisation.pk) else ALLOWED


def may_unverify(person: Person) -> Decision:
    """Take that back: an officer or a call manager."""
    return ALLOWED if answers_for_agency(person) else NOT_OFFICER


def may_merge(person: Person) -> Decision:
    """Make one of two rows that are of the same organisation: an officer or a call manager."""
    return may_unverify(person)


def _keeps(person: Person, organisation: Organisation) -> Decision:
    acts = is_member(person, organisation.pk) or answers_for_agency(person)
    return ALLOWED if acts else NOT_MEMBER
