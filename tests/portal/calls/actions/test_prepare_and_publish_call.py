"""What a draft must say, and when it can be published."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.portal.calls.build import AT, a_call, people

from samverk.portal.calls.actions.prepare_call import CannotPrepare, prepare_call
from samverk.portal.calls.actions.publish_call import CannotPublish, publish_call
from samverk.portal.calls.models import Call
from samverk.portal.calls.states import CallState
from samverk.portal.ledger.models import Entry

pytestmark = pytest.mark.django_db


def given(**changes: Any) -> dict[str, Any]:
    facts = {"scheme": "knowledge-alliances", "edition": "2020", "opens_at": AT, "closes_at": AT + timedelta(days=1)}
    return facts | changes


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"edition": "1066"}, "no_such_call"),
        ({"scheme": "nothing"}, "no_such_call"),
        ({"closes_at": AT}, "closes_before_it_opens"),
        ({"envelope": Decimal("-0.01")}, "negative"),
        ({"expected": -1}, "negative"),
        ({"questions_until": AT + timedelta(days=1, seconds=1)}, "questions_after_closing"),
    ],
)
def test_no_draft(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(CannotPrepare, match=reason):
        prepare_call(**given(**changes), by=people()["manager"], at=AT)
    assert not Call.objects.exists()


def test_draft_and_then_published():
    manager = people()["manager"]
    draft = prepare_call(**given(envelope=Decimal(28_000_000), expected=28), by=manager, at=AT)
    assert (draft.state, draft.published_at) == (CallState.DRAFT, None)
    publish_call(call=draft.pk, by=manager, at=AT)
    call = Call.objects.get()
    assert (call.state, call.published_at, call.envelope, call.expected) == ("published", AT, 28_000_000, 28)
    assert list(Entry.objects.order_by("seq").values_list("deed", "about", "by")) == [
        ("calls.prepare_call", call.story, manager.pk),
        ("calls.publish_call", call.story, manager.pk),
    ]


def test_not_after_it_would_have_closed():
    draft = a_call(CallState.DRAFT, closes_at=AT)
    with pytest.raises(CannotPublish, match="closes_past"):
        publish_call(call=draft.pk, by=people()["manager"], at=AT)
    draft.refresh_from_db()
    assert draft.state == CallState.DRAFT
