"""Who is who to the agency."""

from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import roles_of

AGENCY = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER, RoleKind.FINANCE, RoleKind.AUDITOR})


def is_agency(person: Person) -> bool:
    """Whether the person works at the agency in any role. Experts read for it, but are not of it."""
    return not AGENCY.isdisjoint(roles_of(person))
