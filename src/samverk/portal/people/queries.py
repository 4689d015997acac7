"""Reads of people."""

from samverk.portal.people.models import Person, Role, RoleKind


def roles_of(person: Person) -> frozenset[RoleKind]:
    """What the person is to the scheme now."""
    kinds = Role.objects.filter(person=person, ended_at__isnull=True).values_list("kind", flat=True)
    return frozenset(RoleKind(kind) for kind in kinds)
