"""Recording: one sealed entry at the end of the chain, together with the deed or not at all."""

import contextlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from samverk.portal.foundation.ids import new_id
from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults, mark

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def one(**changes: Any) -> Entry:
    return record(**{"deed": "calls.publish", "about": "call:1", "by": new_id(), "at": AT} | changes)


@pytest.mark.django_db
def test_entries_follow_each_other():
    first, second = one(), one(reason="not_yours", by=None, within="alliance:1")
    assert (first.seq, second.seq, second.previous) == (1, 2, first.seal)
    assert mark().seq == 2 and mark().seal == second.seal
    assert list(faults()) == []


@pytest.mark.django_db
def test_a_deed_that_comes_to_nothing_leaves_no_entry():
    with contextlib.suppress(ZeroDivisionError), transaction.atomic():
        one()
        1 / 0  # noqa: B018
    assert Entry.objects.count() == 0 and mark().seq == 0


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"a": 1.0}, {"a": [{"b": 0.5}]}, {"a": (float("nan"),)}])
def test_a_number_with_a_point_is_refused(facts: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="decimal point"):
        one(facts=facts)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [lambda rows: rows.update(deed="calls.hide"), lambda rows: rows.delete()])
def test_the_database_refuses_to_change_or_remove_an_entry(change: Callable[[QuerySet[Entry]], None]) -> None:
    entry = one()
    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        change(Entry.objects.filter(pk=entry.pk))
    assert Entry.objects.get() == entry and list(faults()) == []


class WhateverIsRecorded(TestCase):
    @given(
        text=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60),
        number=st.integers(-(10**30), 10**30),
    )
    def test_it_is_read_back_and_its_seal_holds(self, text: str, number: int) -> None:
        entry = one(deed=text, facts={text: number, "nested": {"b": [text], "a": None}})
        assert Entry.objects.get(pk=entry.pk).told == {text: number, "nested": {"b": [text], "a": None}}
        assert list(faults()) == []


@pytest.mark.django_db(transaction=True)
def test_many_who_write_at_once_make_one_chain():
    """Without the head taken first, two read the same end and one of them would be lost or the chain would fork."""
    errors: list[Exception] = []

    def write() -> None:
        try:
            for _ in range(5):
                one()
        except Exception as error:  # noqa: BLE001 - told below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert list(Entry.objects.values_list("seq", flat=True)) == list(range(1, 41))
    assert list(faults()) == []
