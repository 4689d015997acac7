"""Reads of people."""

from samverk.portal.people.models import Person, RoleKind


def roles_of(person: Person) -> frozenset[RoleKind]:
    """The roles that are open now."""
    kinds = person.roles.filter(ended_at__isnull=True).values_list("kind", flat=True)
    return frozenset(RoleKind(kind) for kind in kinds)


def person_by_email(email: str) -> Person | None:
    """Who signs in with that address, in whatever letters it is written; None if nobody does."""
    return Person.objects.filter(email=email.strip().lower(), is_active=True).first()
