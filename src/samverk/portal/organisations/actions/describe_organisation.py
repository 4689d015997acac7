"""Say what an organisation is and does."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.foundation.saving import save_over
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.setting import LISTED, LONGEST, NotAFact, cleaned
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.permissions import may_describe
from samverk.portal.organisations.queries import entered
from samverk.portal.people.models import Person


class CannotDescribeOrganisation(Refusal):
    """`not_member`, `too_long`: a description, or `not_a_fact`: a field cannot hold what was said."""


@transaction.atomic
def describe_organisation(
    *, organisation_id: int, version: int, changes: Mapping[str, Any], by: Person, at: datetime
) -> Organisation:
    """Set fields of `setting.DESCRIBED`. Raises StaleSave if somebody changed the row since that version.

    What lists tell too stays as its members say it, whatever a later list has.
    """
    row = entered(organisation_id)
    demand(may_describe(by, row), CannotDescribeOrganisation)
    said = _said(changes)
    own = sorted({*row.own_words, *(LISTED & set(said))})
    save_over(row, version, own_words=own, **said)
    told = {"fields": sorted(said), "version": row.version}
    record(deed="organisations.describe_organisation", about=row.about, within=row.about, by=by.pk, at=at, facts=told)
    return row


def _said(changes: Mapping[str, Any]) -> dict[str, Any]:
    if any(len(str(changes.get(f"description_{language}", ""))) > LONGEST for language in ("sv", "en")):
        raise CannotDescribeOrganisation("too_long")
    try:
        return cleaned(changes)
    except NotAFact:
        raise CannotDescribeOrganisation("not_a_fact") from None
