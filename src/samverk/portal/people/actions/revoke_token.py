"""A key that opens no more."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import AccessToken, Person


class CannotRevokeToken(Refusal):
    """`wrong_state`: it has been done."""


@transaction.atomic
def revoke_token(*, token_id: UUID, by: Person, at: datetime) -> None:
    """At once and for good. Everybody revokes only the own; raises NotFound for those of others."""
    mine = AccessToken.objects.filter(pk=token_id, person=by)
    found = mine.first()
    if found is None:
        raise NotFound
    if not mine.filter(revoked_at__isnull=True).update(revoked_at=at):
        raise CannotRevokeToken("wrong_state")
    record(deed="people.revoke_token", about=found.about, within=f"person:{by.pk}", by=by.pk, at=at)
