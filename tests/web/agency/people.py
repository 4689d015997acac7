"""One person of each role of the agency, and others who are not of it."""

from datetime import UTC, datetime

from samverk.portal.people.models import Person, RoleKind

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
NAMES = {
    "manager": RoleKind.CALL_MANAGER,
    "officer": RoleKind.OFFICER,
    "finance": RoleKind.FINANCE,
    "auditor": RoleKind.AUDITOR,
    "expert": RoleKind.EXPERT,
    "stranger": None,
}


def person(name: str, kind: RoleKind | None = None) -> Person:
    """Somebody, with a role if `kind` says so."""
    made = Person.objects.create_user(f"{name}@example.org", name=name.capitalize())
    if kind:
        made.roles.create(kind=kind, since=AT)
    return made


def people() -> dict[str, Person]:
    """Name -> person."""
    return {name: person(name, kind) for name, kind in NAMES.items()}
