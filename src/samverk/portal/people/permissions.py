"""Who is who to the agency, and who may do what with roles."""

from samverk.portal.foundation.decision import ALLOWED, Decision
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.queries import is_last_manager, roles_of

AGENCY = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER, RoleKind.FINANCE, RoleKind.AUDITOR})


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
