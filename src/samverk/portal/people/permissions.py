"""Who is who to the agency, and who may do what with roles, the outbox and the ledger."""

from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.queries import is_last_manager, roles_of

AGENCY = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER, RoleKind.FINANCE, RoleKind.AUDITOR})
LEDGER_READERS = frozenset({RoleKind.CALL_MANAGER, RoleKind.AUDITOR})
READERS = LEDGER_READERS | {RoleKind.OFFICER}
"""Of what the agency keeps of others: letters, organisations."""
SENDERS = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER})


def is_agency(person: Person) -> bool:
    """Whether the person works at the agency in any role. Experts read for it, but are not of it."""
    return not AGENCY.isdisjoint(roles_of(person))


def may_grant_roles(person: Person) -> Decision:
    """Give a person a role: a call manager. The first one is made on the server, by `samverk role grant`."""
    return ALLOWED if RoleKind.CALL_MANAGER in roles_of(person) else Decision("not_call_manager")


def may_end_role(person: Person | None, role: Role) -> Decision:
    """End a role that is open: a call manager. The last call manager stays, whoever asks, also on the server."""
    if person and not may_grant_roles(person):
        return Decision("not_call_manager")
    if role.ended_at is not None:
        return Decision("wrong_state")
    return Decision("last_manager") if is_last_manager(role) else ALLOWED


def may_read_outbox(person: Person) -> Decision:
    """See what was sent to whom, but no secret link: a call manager, an officer or an auditor."""
    return _one_of(person, READERS, "not_yours")


def may_send_again(person: Person) -> Decision:
    """Send a letter again that could not be sent: a call manager or an officer."""
    return _one_of(person, SENDERS, "not_sender")


def may_read_ledger(person: Person) -> Decision:
    """Read all of the ledger, see whether it is whole, and take it along: a call manager or an auditor."""
    return _one_of(person, LEDGER_READERS, "not_yours")


def _one_of(person: Person, kinds: frozenset[RoleKind], reason: str) -> Decision:
    return Decision(reason) if kinds.isdisjoint(roles_of(person)) else ALLOWED
