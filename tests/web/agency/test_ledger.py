"""The ledger in plain words, whether it is whole, and taking it along."""

import json
from datetime import timedelta
from importlib import import_module

import pytest
from django.db import connection
from django.test import Client

from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import mark
from samverk.portal.people.models import Person

from .people import AT, people, person

pytestmark = pytest.mark.django_db
LEDGER = "/en/agency/ledger/"
PATHS = ["", "verify/", "download/"]
lock = import_module("samverk.portal.ledger.migrations.0002_append_only")


@pytest.fixture
def persons():
    return people()


def deed(by: Person | None = None, **changes: object) -> Entry:
    about = f"person:{by.pk}" if by else "demo"
    given = {"deed": "people.change_profile", "about": about, "by": by and by.pk, "at": AT}
    return record(**given | changes)


def text_of(answer: object) -> str:
    return b"".join(answer.streaming_content).decode() if answer.streaming else answer.text


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    ("who", "status"),
    [("manager", 200), ("auditor", 200), ("officer", 404), ("finance", 404), ("expert", 404), ("stranger", 404)],
)
def test_who_reads_it_and_reading_writes_nothing(client: Client, persons, who: str, status: int, path: str) -> None:
    deed(persons["stranger"])
    client.force_login(persons[who])
    assert client.get(LEDGER + path).status_code == status
    assert client.post(LEDGER + path).status_code == 405
    assert Entry.objects.count() == 1


def test_it_is_told_in_words_and_refusals_are_marked(client: Client, persons) -> None:
    deed(persons["stranger"])
    deed(persons["officer"], reason="nothing_changed")
    client.force_login(persons["auditor"])
    text = client.get(LEDGER).text
    assert "Stranger changed the own profile." in text and "Refused: “Officer changed the own profile.”" in text
    assert text.count('<span class="ds-tag"') == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [4, 3, 2, 1]),
        ("?deed=people.erase", [3]),
        ("?deed=nonsense", []),
        ("?person=STRANGER@example.org", [1]),
        ("?person=nobody@example.org", [4, 3, 2, 1]),
        ("?about=role:7", [4]),
        ("?about=person:1", [4, 3]),
        ("?day=2026-11-26", [3]),
        ("?day=nonsense", [4, 3, 2, 1]),
        ("?day=9999-12-31", [4, 3, 2, 1]),
        ("?refused=yes", [2]),
        ("?refused=yes&deed=people.erase", []),
    ],
)
def test_what_is_found(client: Client, persons, query: str, found: list[int]) -> None:
    deed(persons["stranger"])
    deed(persons["officer"], reason="nothing_changed")
    deed(persons["officer"], deed="people.erase", at=AT + timedelta(days=1), about="person:1")
    deed(deed="people.grant_role", about="role:7", within="person:1", at=AT + timedelta(days=9))
    client.force_login(persons["auditor"])
    text = client.get(LEDGER + query).text
    assert [int(part.partition('"')[0]) for part in text.split('<li value="')[1:]] == found
    lines = text_of(client.get(f"{LEDGER}download/{query}")).splitlines()
    assert [json.loads(line)["seq"] for line in lines] == found[::-1]


def test_what_cannot_be_read_is_said_and_kept(client: Client, persons) -> None:
    client.force_login(persons["auditor"])
    text = client.get(f"{LEDGER}?person=nobody@example.org&day=nonsense").text
    assert 'id="person-unread"' in text and 'id="day-unread"' in text and 'value="nobody@example.org"' in text


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_however_long(client: Client, django_assert_num_queries, number: int) -> None:
    for each in range(number):
        deed(person(f"x{each}"))
    client.force_login(person("manager", "call_manager"))
    with django_assert_num_queries(6):
        assert client.get(LEDGER).text.count("changed the own profile.</p>") == number


@pytest.mark.parametrize("path", ["?after=made-up", "?about=%00", "verify/?after=x", f"verify/?after={10**30}"])
def test_there_is_nothing(client: Client, persons, path: str) -> None:
    client.force_login(persons["manager"])
    assert client.get(LEDGER + path).status_code == 404


def test_a_whole_ledger_is_followed_in_stretches_to_its_end(client: Client, persons, monkeypatch) -> None:
    monkeypatch.setattr("samverk.portal.web.agency.views.ledger_verify.MOST", 2)
    for _ in range(3):
        deed()
    client.force_login(persons["auditor"])
    first, second = client.get(f"{LEDGER}verify/").text, client.get(f"{LEDGER}verify/?after=2").text
    assert "verify/?after=2" in first and "entry 2 of 3" in first
    assert "The ledger is whole: 3 entries." in second and str(mark()) in second


def test_damage_is_told_and_nothing_behind_it_is_trusted(client: Client, persons, monkeypatch) -> None:
    monkeypatch.setattr("samverk.portal.web.agency.views.ledger_verify.MOST", 3)
    for _ in range(9):
        deed()
    with connection.cursor() as cursor:
        for statement in lock.UNLOCK[connection.vendor]:
            cursor.execute(statement)
    Entry.objects.filter(seq=2).update(deed="other")
    Entry.objects.filter(seq=5).delete()
    client.force_login(persons["manager"])
    first, later = client.get(f"{LEDGER}verify/").text, client.get(f"{LEDGER}verify/?after=4").text
    assert "Entry 2 is not as it was sealed." in first and "hx-get" not in first and "Go on" not in first
    assert "The entry before number 6 is not there." in later


def test_a_line_holds_all_that_is_sealed(client: Client, persons) -> None:
    entry = deed(persons["stranger"], facts={"ö": [1, None]})
    client.force_login(persons["auditor"])
    answer = client.get(f"{LEDGER}download/")
    assert answer["Content-Disposition"] == 'attachment; filename="samverk-ledger.jsonl"'
    assert json.loads(text_of(answer)) == {
        "seq": 1,
        "at": AT.isoformat(),
        "by": str(persons["stranger"].pk),
        "deed": "people.change_profile",
        "about": f"person:{persons['stranger'].pk}",
        "within": "",
        "reason": "",
        "facts": {"ö": [1, None]},
        "previous": entry.previous,
        "seal": entry.seal,
    }


def test_names_in_entries_cannot_break_the_page(client: Client, persons) -> None:
    Person.objects.filter(pk=persons["stranger"].pk).update(name="<script>alert(1)</script>%(who)s")
    deed(persons["stranger"], about='"><script>alert(2)</script>')
    client.force_login(persons["auditor"])
    assert "<script>alert" not in client.get(LEDGER).text
