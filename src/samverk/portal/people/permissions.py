"""What a person's roles let them do."""

from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.queries import roles_of

AGENCY = frozenset({RoleKind.CALL_MANAGER, RoleKind.OFFICER, RoleKind.FINANCE, RoleKind.AUDITOR})


def is_agency(person: Person) -> bool:
    """Whether somebody is one of the agency's people."""
    return bool(roles_of(person) & AGENCY)
