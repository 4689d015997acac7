"""The accounts of the demonstration."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import transaction

from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger import queries as ledger
from samverk.portal.ledger.actions.record import record
from samverk.portal.people.facts import demonstration
from samverk.portal.people.models import Person

STORY = "demo"


class CannotLoadDemo(Refusal):
    """`real_people`: everybody knows the passwords of the demonstration, so it is no company for real accounts."""


@transaction.atomic
def load_demo(*, at: datetime) -> int:
    """How many people were entered; a second time none, whoever has signed up since."""
    if ledger.story(STORY).exists():
        return 0
    if Person.objects.exists():
        raise CannotLoadDemo("real_people")
    told = demonstration()
    password = make_password(told["password"])
    for one in told["person"]:
        facts = {field: one[field] for field in ("email", "name", "language")}
        person = Person.objects.create(**facts, password=password, joined_at=at)
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    record(deed="people.load_demo", about=STORY, within=STORY, by=None, at=at, facts={"people": len(told["person"])})
    return len(told["person"])
