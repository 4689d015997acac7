"""Making somebody something to the scheme."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.permissions import may_grant_roles
from samverk.portal.people.queries import roles_of


class CannotGrantRole(Refusal):
    """`not_call_manager`, `no_such_role`, `no_such_person`: nobody with that address, or `has_this_role`."""


@transaction.atomic
def grant_role(*, email: str, kind: str, by: Person | None, at: datetime) -> Role:
    """To who signs in with that address. `kind` is of RoleKind. `by` is nobody where the command line does it."""
    if by:
        demand(may_grant_roles(by), CannotGrantRole)
    if kind not in RoleKind.values:
        raise CannotGrantRole("no_such_role")
    person = Person.objects.select_for_update().filter(email=email.strip().lower(), is_active=True).first()
    if person is None:
        raise CannotGrantRole("no_such_person")
    if kind in roles_of(person):
        raise CannotGrantRole("has_this_role")
    role = Role.objects.create(person=person, kind=kind, since=at)
    record(
        deed="people.grant_role",
        about=role.about,
        within=f"person:{person.pk}",
        by=by.pk if by else None,
        at=at,
        facts={"kind": kind, "from": "screen" if by else "command_line"},
    )
    return role
