"""An account that ends: who it was is gone, what it did stays on record under an id that tells nothing."""

from datetime import datetime

from django.db import transaction

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.models import Person
from samverk.portal.people.queries import roles_of

WAYS_IN = ("emailaddress_set", "authenticator_set", "usersession_set", "socialaccount_set", "tokens")


class CannotErase(Refusal):
    """`has_role`: whoever gave it ends it first, so that nobody's duties vanish unseen."""


@transaction.atomic
def erase(*, by: Person, at: datetime) -> None:
    """Everybody erases only the own account. There is no way back."""
    person = Person.objects.select_for_update().get(pk=by.pk)
    if roles_of(person):
        raise CannotErase("has_role")
    for rows in WAYS_IN:
        getattr(person, rows).all().delete()
    _forget(person, at)
    record(deed="people.erase", about=f"person:{person.pk}", by=person.pk, at=at)


def _forget(person: Person, at: datetime) -> None:
    person.email, person.name, person.is_active, person.erased_at, person.last_login = None, "", False, at, None
    person.set_unusable_password()
    person.save(update_fields=["email", "name", "is_active", "erased_at", "last_login", "password"])
