"""Take down an offer or a wish."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.models import Offer
from samverk.portal.organisations.permissions import may_end_offer
from samverk.portal.organisations.queries import entered, offer
from samverk.portal.people.models import Person


class CannotEndOffer(Refusal):
    """`not_member`, or `wrong_state`: it has ended already."""


@transaction.atomic
def end_offer(*, offer_id: UUID, by: Person, at: datetime) -> Offer:
    """It is shown no more; the row stays. Raises NotFound."""
    organisation = entered(offer(offer_id).organisation_id)
    row = offer(offer_id)  # as it is after others who were here first
    demand(may_end_offer(by, organisation), CannotEndOffer)
    if row.ended_at is not None:
        raise CannotEndOffer("wrong_state")
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    told = {"offer": row.pk}
    about = organisation.about
    record(deed="organisations.end_offer", about=about, within=about, by=by.pk, at=at, facts=told)
    return row
