"""A change to a published call stays in sight, with what was before."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.portal.calls.build import AT, a_call, people

from samverk.portal.calls.actions.amend_call import CannotAmend, amend_call
from samverk.portal.calls.models import Amendment
from samverk.portal.calls.queries import amendments
from samverk.portal.foundation.saving import StaleSave
from samverk.portal.ledger.models import Entry

pytestmark = pytest.mark.django_db


def test_before_after_and_why():
    call, manager = a_call(envelope=Decimal(5)), people()["manager"]
    later = call.closes_at + timedelta(days=2)
    amend_call(
        call=call.pk,
        version=1,
        changes={"closes_at": later, "expected": 3},
        reasons={"sv": " En strejk. ", "en": " A strike. "},
        by=manager,
        at=AT,
    )
    (made,) = amendments(call)
    assert (made.closes_at_before, made.closes_at_after) == (call.closes_at, later)
    assert (made.envelope_before, made.envelope_after) == (5, 5)
    assert (made.expected_before, made.expected_after) == (None, 3)
    assert (made.reason_sv, made.reason_en, made.made_by, made.made_at) == ("En strejk.", "A strike.", manager, AT)
    call.refresh_from_db()
    assert (call.closes_at, call.expected, call.version) == (later, 3, 2)
    assert "strike" not in str(Entry.objects.get().facts)


@pytest.mark.parametrize(
    ("changes", "reason", "at", "code"),
    [
        ({"expected": 3}, "Why", AT + timedelta(days=1, seconds=1), "call_closed"),
        ({"expected": 3}, "  ", AT, "no_reason"),
        ({"expected": None}, "Why", AT, "nothing_changed"),
        ({"closes_at": AT}, "Why", AT, "closes_past"),
        ({"closes_at": AT - timedelta(days=1)}, "Why", AT - timedelta(days=2), "closes_before_it_opens"),
        ({"questions_until": AT + timedelta(days=2)}, "Why", AT, "questions_after_closing"),
        ({"envelope": Decimal(-1)}, "Why", AT, "negative"),
        ({"expected": -1}, "Why", AT, "negative"),
    ],
)
def test_refused(changes: dict[str, Any], reason: str, at: datetime, code: str) -> None:
    with pytest.raises(CannotAmend, match=code):
        amend_call(
            call=a_call().pk,
            version=1,
            changes=changes,
            reasons={"sv": "Därför", "en": reason},
            by=people()["manager"],
            at=at,
        )
    assert not Amendment.objects.exists()


def test_somebody_was_faster():
    with pytest.raises(StaleSave):
        amend_call(
            call=a_call(version=2).pk,
            version=1,
            changes={"expected": 3},
            reasons={"sv": "D", "en": "W"},
            by=people()["manager"],
            at=AT,
        )
    assert not Amendment.objects.exists()
