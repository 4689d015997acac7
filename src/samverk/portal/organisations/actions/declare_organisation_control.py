"""Say that one organisation of the registry controls another (S7)."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Control
from samverk.portal.organisations.permissions import may_link
from samverk.portal.organisations.queries import entered_all
from samverk.portal.people.models import Person


class CannotDeclareControl(Refusal):
    """`not_member`: of neither; `itself`, or `already_declared`."""


@transaction.atomic
def declare_organisation_control(*, controller_id: int, controlled_id: int, by: Person, at: datetime) -> Control:
    """From now on it counts wherever both are in one alliance. Raises NotFound."""
    rows = entered_all([controller_id, controlled_id])
    controller, controlled = rows[controller_id], rows[controlled_id]
    demand(may_link(by, controller, controlled), CannotDeclareControl)
    if controller == controlled:
        raise CannotDeclareControl("itself")
    if Control.objects.standing().filter(controller=controller, controlled=controlled).exists():
        raise CannotDeclareControl("already_declared")
    link = Control.objects.create(controller=controller, controlled=controlled, declared_by=by, since=at)
    told = {"controlled": controlled.pk}
    about = controller.about
    record(deed="organisations.declare_control", about=about, within=about, by=by.pk, at=at, facts=told)
    return link
