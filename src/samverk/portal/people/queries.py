"""Reads of people."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.paging import Page, page
from samverk.portal.people.facts import demonstration
from samverk.portal.people.models import AccessToken, Person, Role, RoleKind


def roles_of(person: Person) -> frozenset[RoleKind]:
    """The roles that are open now."""
    kinds = person.roles.filter(ended_at__isnull=True).values_list("kind", flat=True)
    return frozenset(RoleKind(kind) for kind in kinds)


def roles_now(*, kind: str = "", after: str = "") -> Page[Role]:
    """Who is what now, with the people, by kind and then the longest there first. Raises BadMark."""
    rows = Role.objects.filter(ended_at__isnull=True).select_related("person")
    return page(rows.filter(kind=kind) if kind else rows, by=("kind", "id"), after=after)


def roles_ended(after: str = "") -> Page[Role]:
    """Who was what, with the people, the last to end first. Raises BadMark."""
    return page(
        Role.objects.filter(ended_at__isnull=False).select_related("person"), by=("-ended_at", "-id"), after=after
    )


def all_roles_now() -> Iterator[Role]:
    """The same, all of it, in constant memory."""
    rows = Role.objects.filter(ended_at__isnull=True).select_related("person")
    return rows.order_by("kind", "id").iterator(chunk_size=500)


def open_role(person: Person, kind: str) -> Role | None:
    """The person's role of that kind that has not ended; None if there is none."""
    return Role.objects.select_related("person").filter(person=person, kind=kind, ended_at__isnull=True).first()


def role(identifier: int) -> Role:
    """One role with its person, ended or not. Raises NotFound."""
    found = Role.objects.select_related("person").filter(pk=identifier).first()
    if found is None:
        raise NotFound
    return found


def is_last_manager(role: Role) -> bool:
    """Whether it is the role of the only call manager there is."""
    others = Role.objects.filter(kind=RoleKind.CALL_MANAGER, ended_at__isnull=True).exclude(pk=role.pk)
    return role.kind == RoleKind.CALL_MANAGER and not others.exists()


def names_of(people: Iterable[UUID]) -> dict[UUID, str]:
    """What they are called, those who have an account and a name."""
    return dict(Person.objects.filter(pk__in=people).exclude(name="").values_list("pk", "name"))


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
