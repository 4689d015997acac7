"""Ask to act for an organisation."""

from datetime import datetime

from django.db import IntegrityError, transaction

from samverk.portal.foundation.decision import Refusal, demand
from samverk.portal.ledger.actions.record import record
from samverk.portal.organisations.actions.telling import tell_request
from samverk.portal.organisations.models import Membership, MembershipKind
from samverk.portal.organisations.permissions import may_request
from samverk.portal.organisations.queries import entered
from samverk.portal.people.models import Person


class CannotRequestMembership(Refusal):
    """`already_asked`: the person is a member or has asked. `no_such_kind`."""


@transaction.atomic
def request_membership(*, organisation: int, kind: str, by: Person, at: datetime) -> Membership:
    """The request waits for an answer, and those who can give one are told. `kind` of MembershipKind."""
    row = entered(organisation)
    demand(may_request(by, row), CannotRequestMembership)
    if kind not in MembershipKind.values:
        raise CannotRequestMembership("no_such_kind")
    try:
        with transaction.atomic():
            asked = Membership.objects.create(organisation=row, person=by, kind=kind, asked_at=at)
    except IntegrityError:  # asked twice at the same time
        raise CannotRequestMembership("already_asked") from None
    tell_request(asked, at=at)
    told = {"kind": kind}
    record(deed="organisations.request_membership", about=asked.about, within=asked.story, by=by.pk, at=at, facts=told)
    return asked
