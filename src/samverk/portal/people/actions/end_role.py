"""Somebody who is not any longer what they were to the scheme."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import NotFound, Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.permissions import may_end_role


class CannotEndRole(Refusal):
    """`not_call_manager`, `wrong_state`: it has ended, or `last_manager`."""


@transaction.atomic
def end_role(*, role_id: int, by: Person | None, at: datetime) -> None:
    """From now on; the row stays. `by` is nobody where the command line does it. Raises NotFound.

    The roles of all call managers are held until the end, so that two who end each other's come one after the other.
    """
    open_now = Role.objects.filter(kind=RoleKind.CALL_MANAGER, ended_at__isnull=True)
    list(open_now.select_for_update().order_by("pk"))
    role = Role.objects.select_for_update().filter(pk=role_id).first()
    if role is None:
        raise NotFound
    demand(may_end_role(by, role), CannotEndRole)
    role.ended_at = at
    role.save(update_fields=["ended_at"])
    record(
        deed="people.end_role",
        about=role.about,
        within=f"person:{role.person_id}",
        by=by.pk if by else None,
        at=at,
        facts={"kind": role.kind, "from": "screen" if by else "command_line"},
    )
