"""Whoever is not in an alliance finds nothing of it at any address, in any letter, by any search, and by no count."""

import re
from collections.abc import Iterable
from datetime import timedelta
from itertools import chain

import pytest
import time_machine
from django.test import Client
from tests.scheme.build import alliance as consortium
from tests.web.secret import AT, BEGINNING, SECRET, Secret, secret, silent_fields
from tests.web.walk import NOT_WALKED, Read, names, paths, read

from samverk.portal.alliances.actions.accept import accept
from samverk.portal.alliances.actions.invite import invite
from samverk.portal.alliances.actions.keep import keep
from samverk.portal.alliances.models import Alliance
from samverk.portal.calls.actions.load_demo_call import load_demo_call
from samverk.portal.ledger.models import Entry
from samverk.portal.notices.actions.send_letters import send_letters
from samverk.portal.notices.models import Letter, Message
from samverk.portal.organisations.actions.load_demo import load_demo
from samverk.portal.organisations.models import Organisation
from samverk.portal.people.actions.grant_role import grant_role
from samverk.portal.people.actions.issue_token import issue_token
from samverk.portal.people.models import Person
from samverk.portal.people.states import Scope

pytestmark = pytest.mark.django_db
NOTHING = "01930000-0000-7000-8000-000000000000"
HAS_ID = re.compile(r"[0-9a-f]{8}-")
OWN = ("inbox", "notices", "export")
QUERY = "?" + "&".join(f"{name}={BEGINNING}" for name in ("q", "name", "text", "search", "country"))
WHO = ["stranger", "cecilia", "elena", "olle", "petra", "lena"]
"""Somebody without an account; one with; an expert; two of another alliance; one who has left this one."""


@pytest.fixture
def others() -> dict[str, Person]:
    """People of another alliance, an expert, and one with nothing to do."""
    load_demo(at=AT)
    load_demo_call(at=AT)
    people = {name: Person.objects.create_user(f"{name}@other.example", name=name.title()) for name in WHO[1:5]}
    grant_role(email=people["elena"].email, kind="expert", by=None, at=AT)
    other = keep(case=consortium(), own="uni", by=people["olle"], at=AT)
    part = other.participants.get(key="college")
    accept(token=invite(participant_id=part.pk, language="en", by=people["olle"], at=AT), by=people["petra"], at=AT)
    return people


@pytest.fixture
def known(others) -> Organisation:
    return Organisation.objects.get(pic="999887447")


def client_of(person: Person | None) -> Client:
    client = Client(raise_request_exception=False)
    if person:
        client.force_login(person)
    return client


def key_of(person: Person) -> dict[str, str]:
    """The header of a key to everything that the person may."""
    return {"Authorization": f"Bearer {issue_token(name='all', scopes=list(Scope), by=person, at=AT)}"}


def reader(who: str, others: dict[str, Person], hidden: Secret) -> Person | None:
    return others.get(who) or (hidden.insiders[2] if who == "lena" else None)


def found(answer: Read, person: Person | None) -> set[str]:
    """The words that an answer tells, but the person's own and, in the own inbox, what was written there in time."""
    own = f"{person.name} {person.email}" if person else ""
    if person and any(place in answer.path for place in OWN):
        own += str(list(Message.objects.filter(person=person).values_list("facts", flat=True)))
    return set(SECRET.findall(answer.text)) - set(SECRET.findall(own))


def leaks(answers: Iterable[Read], person: Person | None) -> list[tuple[str, int, set[str]]]:
    """Where something is told, or where a stranger's question is too much for the portal."""
    told = [(answer.path, answer.status, found(answer, person)) for answer in answers]
    return [(path, status, words) for path, status, words in told if words or status >= 500]


def test_every_text_of_the_alliance_is_a_word_that_stands_nowhere_else(known):
    secret(known)
    assert silent_fields() == []


def test_the_walk_leads_everywhere():
    assert set(NOT_WALKED) <= names()


@time_machine.travel(AT, tick=False)
@pytest.mark.parametrize("who", WHO)
def test_no_address_tells(who, others, known):
    hidden = secret(known)
    person = reader(who, others, hidden)
    client, here = client_of(person), str(hidden.alliance.pk)
    read_ = (read(client, path) for path in paths(here, known.pk))
    searched = (read(client, path + QUERY) for path in paths(here, known.pk) if not HAS_ID.search(path))
    assert leaks(chain(read_, searched), person) == []


@time_machine.travel(AT, tick=False)
@pytest.mark.parametrize("who", WHO[1:])
def test_no_key_tells(who, others, known):
    hidden = secret(known)
    person = reader(who, others, hidden)
    headers, client = key_of(person), Client(raise_request_exception=False)
    of_api = [path for path in paths(str(hidden.alliance.pk), known.pk) if path.startswith("/api/")]
    assert leaks((read(client, path, headers=headers) for path in of_api), person) == []


@time_machine.travel(AT, tick=False)
@pytest.mark.parametrize("who", ["stranger", "cecilia", "olle"])
def test_no_count_tells(who, others, known):
    """Everything reads the same as before there was such an alliance."""
    client = client_of(others.get(who))
    everywhere = [path for path in paths(NOTHING, known.pk) if not path.endswith(".pdf")]  # which tell the second
    somewhere = [path for path in everywhere if read(client, path) == read(client, path)]
    before = [read(client, path) for path in somewhere]
    secret(known)
    assert [old.path for old in before if old != read(client, old.path)] == []
    assert len(somewhere) > 50


def test_no_deed_of_a_stranger_finds_it(others, known):
    hidden = secret(known)
    rows = list(Alliance.objects.order_by("pk").values())
    client, answered = client_of(others["cecilia"]), set()
    for path in paths(str(hidden.alliance.pk), known.pk):
        if str(hidden.alliance.pk) in path and not path.startswith("/api/"):
            answered.add(client.post(path, {"answer": "accept", "text": "x"}).status_code)
    assert (answered, list(Alliance.objects.order_by("pk").values())) == ({404, 405}, rows)


def test_nobody_else_is_written_to(others, known, mailoutbox):
    hidden = secret(known)
    inside = {person.pk for person in hidden.insiders}
    assert set(Message.objects.values_list("person", flat=True)) - {p.pk for p in others.values()} <= inside
    addressed = Letter.objects.filter(person__isnull=True).exclude(address="")
    assert set(addressed.values_list("address", flat=True)) == set(hidden.asked)
    while send_letters(at=AT + timedelta(hours=2)):
        pass
    own = {*hidden.asked, *(person.email for person in hidden.insiders)}
    told = [mail.to for mail in mailoutbox if SECRET.search(mail.subject + mail.body) and not own.issuperset(mail.to)]
    assert (told, bool(mailoutbox)) == ([], True)


def test_the_ledger_holds_no_word(known):
    secret(known)
    told = [str(entry) for entry in Entry.objects.all() if SECRET.search(f"{entry.facts} {entry.about} {entry.within}")]
    assert told == []
