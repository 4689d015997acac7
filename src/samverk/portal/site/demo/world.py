"""Fill the demonstration: its people do what they have done, day by day until today.

Each part is there whole or not at all, and is left alone once it is there: filling again goes on where it was stopped.
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from samverk.portal.calls.actions.answer_question import answer_question
from samverk.portal.calls.actions.ask_question import ask_question
from samverk.portal.calls.actions.prepare_call import prepare_call
from samverk.portal.calls.actions.publish_call import publish_call
from samverk.portal.calls.actions.publish_question import publish_question
from samverk.portal.calls.actions.subscribe import subscribe
from samverk.portal.calls.models import Call, Question
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.load_demo import load_demo as load_organisations
from samverk.portal.organisations.actions.request_membership import request_membership
from samverk.portal.organisations.models import Membership, Organisation
from samverk.portal.people.actions.grant_role import grant_role
from samverk.portal.people.actions.load_demo import load_demo as load_people
from samverk.portal.people.facts import demonstration
from samverk.portal.people.models import Person
from samverk.portal.people.queries import demonstrators
from samverk.portal.site.demo.stories import tell
from samverk.scheme.book import open_book, schemes

STORIES = Path(__file__).with_name("stories.toml")
BRUSSELS = ZoneInfo("Europe/Brussels")
BEGAN = timedelta(days=60)
"""Before today: the day on which everybody got an account."""

OPENED_BEFORE = timedelta(days=120)
"""Of a call of the past: how long it was open."""


def fill(*, at: datetime, progress: Callable[[int, int], None] = lambda _done, _of: None) -> int:
    """How many parts were not there yet. Raises CannotLoadDemo where real people have accounts."""
    new = int(bool(load_people(at=at - BEGAN)))
    told, people = tomllib.loads(STORIES.read_text("utf-8")), demonstrators()
    parts = [
        lambda: bool(load_organisations(at=at - BEGAN).created),
        *(lambda one=one: _roles(people[one["key"]], one, at - BEGAN) for one in demonstration()["person"]),
        *(lambda one=one: _acts_for(people, one, at - BEGAN) for one in demonstration()["person"]),
        *(lambda edition=edition: _past_call(told["call"], edition, people) for edition in _editions(told["call"])),
        lambda: _open_call(told["call"], people, at),
        *(lambda one=one: _question(one, people, _call(told["call"]), at) for one in told["question"]),
        *(lambda one=one: bool(tell(one, people, _call(told["call"]), at)) for one in told["alliance"]),
    ]
    for number, part in enumerate(parts, 1):
        new += int(part())
        progress(number, len(parts))
    return new


@transaction.atomic
def _roles(person: Person, told: Mapping[str, Any], at: datetime) -> bool:
    """As from the command line: whose the first role is, nobody holds one yet who could give it."""
    wanted = [kind for kind in told.get("roles", ()) if not person.roles.filter(kind=kind).exists()]
    for kind in wanted:
        grant_role(email=told["email"], kind=kind, by=None, at=at)
    return bool(wanted)


@transaction.atomic
def _acts_for(people: Mapping[str, Person], told: Mapping[str, Any], at: datetime) -> bool:
    """The agency's officer lets them in."""
    person, wanted = people[told["key"]], told.get("acts_for")
    if wanted is None or Membership.objects.filter(person=person).exists():
        return False
    organisation = Organisation.objects.get(pic=wanted["pic"])
    asked = request_membership(organisation=organisation.pk, kind=wanted["kind"], by=person, at=at)
    answer_membership(membership=asked.pk, approve=True, by=people["tomas"], at=at + timedelta(hours=3))
    return True


def _editions(told: Mapping[str, Any]) -> list[str]:
    return list(schemes()[told["scheme"]])


@transaction.atomic
def _past_call(told: Mapping[str, Any], edition: str, people: Mapping[str, Person]) -> bool:
    """A call as it was: the clock of the deeds is that of its time."""
    closes_at = open_book(told["scheme"], edition).terms.deadline.instant
    if Call.objects.filter(scheme=told["scheme"], edition=edition, closes_at=closes_at).exists():
        return False
    terms = {"scheme": told["scheme"], "edition": edition, "opens_at": closes_at - OPENED_BEFORE}
    _published(people["maria"], **terms, closes_at=closes_at)
    return True


@transaction.atomic
def _open_call(told: Mapping[str, Any], people: Mapping[str, Person], at: datetime) -> bool:
    if Call.objects.filter(closes_at__gt=at).exists():
        return False
    opens_at = at + timedelta(days=told["opens"])
    closes_at = datetime.combine((at + timedelta(days=told["closes"])).astimezone(BRUSSELS).date(), time(17), BRUSSELS)
    terms = {name: told[name] for name in ("scheme", "edition", "envelope", "expected")}
    _published(people["maria"], **terms, opens_at=opens_at, closes_at=closes_at)
    return True


@transaction.atomic
def _question(told: Mapping[str, Any], people: Mapping[str, Person], call: Call, today: datetime) -> bool:
    """Asked; the day after answered by the officer and published, if it is told how."""
    asker, at = people[told["who"]], today + timedelta(days=told["day"])
    if Question.objects.filter(asker=asker, asked=told["text"]).exists():
        return False
    subscribe(call=call.pk, by=asker, at=at)
    asked = ask_question(call=call.pk, text=told["text"], language=told["language"], by=asker, at=at)
    if "answers" in told:
        by, at = people["tomas"], at + timedelta(days=1)
        row = answer_question(question=asked.pk, version=asked.version, answers=told["answers"], by=by, at=at)
        publish_question(question=row.pk, version=row.version, wording=told["wording"], by=by, at=at)
    return True


def _published(by: Person, **terms: Any) -> None:
    """Prepared the day before it opens, and published as it does."""
    at = terms["opens_at"]
    call = prepare_call(**terms, by=by, at=at - timedelta(days=1))
    publish_call(call=call.pk, by=by, at=at)


def _call(told: Mapping[str, Any]) -> Call:
    return Call.objects.filter(scheme=told["scheme"]).latest("closes_at")
