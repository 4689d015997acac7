"""Reads of people."""

from samverk.portal.foundation.paging import Page, page
from samverk.portal.people.facts import demonstration
from samverk.portal.people.models import AccessToken, Person, RoleKind


def roles_of(person: Person) -> frozenset[RoleKind]:
    """The roles that are open now."""
    kinds = person.roles.filter(ended_at__isnull=True).values_list("kind", flat=True)
    return frozenset(RoleKind(kind) for kind in kinds)


def person_by_email(email: str) -> Person | None:
    """Who signs in with that address, in whatever letters it is written; None if nobody does."""
    return Person.objects.filter(email=email.strip().lower(), is_active=True).first()


def tokens_of(person: Person, after: str = "") -> Page[AccessToken]:
    """The person's keys to the API, the newest first, the dead ones too. Raises BadMark."""
    return page(AccessToken.objects.filter(person=person), by=("-issued_at", "-id"), after=after)


def demonstrators() -> dict[str, Person]:
    """The people of the demonstration by the key that its file gives them; empty in a portal that has none."""
    keys = {one["email"]: one["key"] for one in demonstration()["person"]}
    return {keys[person.email or ""]: person for person in Person.objects.filter(email__in=keys)}
