"""Say that one organisation of the registry does not control another."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Control
from samverk.portal.organisations.permissions import may_link
from samverk.portal.organisations.queries import entered_all
from samverk.portal.people.models import Person


class CannotRetractControl(Refusal):
    """`not_member`: of neither, or `not_declared`."""


@transaction.atomic
def retract_organisation_control(*, controller_id: int, controlled_id: int, by: Person, at: datetime) -> Control:
    """The row stays, with its end. Raises NotFound."""
    rows = entered_all([controller_id, controlled_id])
    controller, controlled = rows[controller_id], rows[controlled_id]
    demand(may_link(by, controller, controlled), CannotRetractControl)
    link = Control.objects.standing().filter(controller=controller, controlled=controlled).first()
    if link is None:
        raise CannotRetractControl("not_declared")
    link.until, link.retracted_by = at, by
    link.save(update_fields=["until", "retracted_by"])
    told = {"controlled": controlled.pk}
    about = controller.about
    record(deed="organisations.retract_control", about=about, within=about, by=by.pk, at=at, facts=told)
    return link
