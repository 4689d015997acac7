"""The chain: whatever is done to it behind the portal's back is found."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.db import connection

from samverk.portal.foundation.ids import new_id
from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Entry, Head
from samverk.portal.ledger.queries import (
    Fault,
    Mark,
    Walk,
    Wanted,
    entries,
    every_entry,
    faults,
    holds,
    mark,
    story,
    stretch,
)

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
lock = import_module("samverk.portal.ledger.migrations.0002_append_only")


@pytest.fixture
def unlocked(db: None) -> None:
    """Five entries, and somebody who may do anything to the database."""
    for number in range(5):
        record(deed="d", about=f"x:{number}", by=None, at=AT, within="alliance:1" if number % 2 else "")
    with connection.cursor() as cursor:
        for statement in lock.UNLOCK[connection.vendor]:
            cursor.execute(statement)


def alter(**changes: object) -> Callable[[], None]:
    return lambda: (Entry.objects.filter(seq=3).update(**changes), None)[1]


def rewrite_the_end() -> None:
    last = Entry.objects.get(seq=5)
    last.deed = "other"
    Entry.objects.filter(seq=5).update(deed="other", seal=last.computed_seal())


DAMAGE = {
    "deed": (alter(deed="e"), [Fault(3, "altered")]),
    "instant": (alter(at=datetime(2026, 11, 24, 9, 0, 0, 1, tzinfo=UTC)), [Fault(3, "altered")]),
    "actor": (alter(by="00000000-0000-0000-0000-000000000000"), [Fault(3, "altered")]),
    "facts": (alter(facts='{"a":1}'), [Fault(3, "altered")]),
    "refusal hidden": (alter(reason="x"), [Fault(3, "altered")]),
    "story": (alter(within="alliance:2"), [Fault(3, "altered")]),
    "removed": (lambda: (Entry.objects.filter(seq=3).delete(), None)[1], [Fault(4, "missing")]),
    "first removed": (lambda: (Entry.objects.filter(seq=1).delete(), None)[1], [Fault(2, "missing")]),
    "last removed": (lambda: (Entry.objects.filter(seq=5).delete(), None)[1], [Fault(4, "cut")]),
    "all removed": (lambda: (Entry.objects.all().delete(), None)[1], [Fault(0, "cut")]),
    "end sealed anew": (rewrite_the_end, [Fault(5, "cut")]),
    "head turned back": (lambda: (Head.objects.update(seq=4), None)[1], [Fault(5, "cut")]),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_found_and_named(name: str, unlocked: None) -> None:
    damage, expected = DAMAGE[name]
    assert list(faults()) == []
    damage()
    assert list(faults()) == expected


def test_a_chain_made_anew_as_a_whole_is_known_by_the_end_that_was_noted(unlocked: None) -> None:
    noted = mark()
    Entry.objects.all().delete()
    Head.objects.update(seq=0, seal="0" * 64)
    for number in range(5):
        record(deed="other", about=f"x:{number}", by=None, at=AT)
    assert list(faults()) == [] and not holds(noted)
    assert holds(mark()) and holds(Mark(0, "0" * 64))


def test_a_story_is_told_newest_first_without_refusals(unlocked: None) -> None:
    record(deed="d", about="x:9", by=None, at=AT, within="alliance:1", reason="not_yours")
    assert [entry.seq for entry in story("alliance:1")] == [4, 2]


def test_what_is_written_while_somebody_reads_is_no_fault(db: None) -> None:
    record(deed="d", about="x:1", by=None, at=AT)
    walk = Walk()
    assert list(walk.along(Entry.objects.order_by("seq"))) == []
    record(deed="d", about="x:2", by=None, at=AT)
    assert (list(walk.to_the_end()), walk.at) == ([], mark())


@pytest.mark.parametrize("most", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("name", ["", *DAMAGE], ids=lambda name: name or "whole")
def test_in_stretches_the_same_is_found(name: str, most: int, unlocked: None) -> None:
    if name:
        DAMAGE[name][0]()
    found: list[Fault] = []
    part = stretch(0, most)
    found += part.faults
    while not part.whole:
        part = stretch(part.until, most)
        found += part.faults
    assert found == list(faults())


def test_entries_are_found_by_deed_person_thing_day_and_refusal(db: None) -> None:
    anna, day = new_id(), timedelta(days=1)
    record(deed="a.one", about="x:1", within="alliance:1", by=anna, at=AT)
    record(deed="a.two", about="alliance:1", by=None, at=AT + day)
    record(deed="a.one", about="x:2", by=anna, at=AT + 2 * day, reason="full")
    found = {
        "all": Wanted(),
        "deed": Wanted(deed="a.one"),
        "by": Wanted(by=anna, deed="a.two"),
        "about": Wanted(about="alliance:1"),
        "period": Wanted(period=(AT + day, AT + 2 * day)),
        "nothing then": Wanted(period=(AT - day, AT)),
        "refused": Wanted(refused=True),
    }
    assert {name: [entry.seq for entry in entries(wanted).rows] for name, wanted in found.items()} == {
        "all": [3, 2, 1],
        "deed": [3, 1],
        "by": [],
        "about": [2, 1],
        "period": [2],
        "nothing then": [],
        "refused": [3],
    }
    assert [entry.seq for entry in every_entry(Wanted(deed="a.one"))] == [1, 3]
