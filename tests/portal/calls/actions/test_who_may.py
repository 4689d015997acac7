"""Who may do what with a call, and when: every state, every deed, three people."""

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.portal.calls.build import AT, PDF, a_call, people

from samverk.portal.calls.actions.add_call_document import add_call_document
from samverk.portal.calls.actions.amend_call import amend_call
from samverk.portal.calls.actions.change_draft import change_draft
from samverk.portal.calls.actions.prepare_call import prepare_call
from samverk.portal.calls.actions.publish_call import publish_call
from samverk.portal.calls.actions.withdraw_call import withdraw_call
from samverk.portal.calls.models import Call
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db

WHY = {"sv": "Strejk", "en": "Strike"}
LATER = {"closes_at": AT + timedelta(days=9)}
DEEDS: dict[str, Callable[[Call, Person], object]] = {
    "change": lambda call, by: change_draft(call=call.pk, version=1, changes=LATER, by=by, at=AT),
    "publish": lambda call, by: publish_call(call=call.pk, by=by, at=AT),
    "amend": lambda call, by: amend_call(call=call.pk, version=1, changes=LATER, reasons=WHY, by=by, at=AT),
    "add a file": lambda call, by: add_call_document(
        call=call.pk, content=PDF, name="guide.pdf", titles=WHY, by=by, at=AT
    ),
    "withdraw": lambda call, by: withdraw_call(call=call.pk, reasons=WHY, by=by, at=AT),
}
STATE = {
    ("change", "draft"): "done",
    ("change", "published"): "wrong_state",
    ("change", "withdrawn"): "wrong_state",
    ("publish", "draft"): "done",
    ("publish", "published"): "wrong_state",
    ("publish", "withdrawn"): "wrong_state",
    ("amend", "draft"): "wrong_state",
    ("amend", "published"): "done",
    ("amend", "withdrawn"): "wrong_state",
    ("add a file", "draft"): "done",
    ("add a file", "published"): "done",
    ("add a file", "withdrawn"): "withdrawn",
    ("withdraw", "draft"): "done",
    ("withdraw", "published"): "done",
    ("withdraw", "withdrawn"): "wrong_state",
}
"""What the call manager meets."""


def expected(deed: str, state: str, who: str) -> str:
    if who == "stranger" and state == "draft":
        return "not_found"
    return STATE[deed, state] if who == "manager" else "not_call_manager"


@pytest.mark.parametrize(
    ("deed", "state", "who"), [*itertools.product(DEEDS, CallState, ("manager", "officer", "stranger"))]
)
def test_deed(deed: str, state: CallState, who: str) -> None:
    call, person = a_call(state), people()[who]
    try:
        DEEDS[deed](call, person)
        met = "done"
    except Refusal as refusal:
        met = refusal.reason
    assert met == expected(deed, state, who)
    assert Entry.objects.count() == (1 if met == "done" else 0)


@pytest.mark.parametrize(
    ("who", "reason"), [("manager", ""), ("officer", "not_call_manager"), ("stranger", "not_call_manager")]
)
def test_prepare(who: str, reason: str) -> None:
    met = ""
    given = {"scheme": "knowledge-alliances", "edition": "2020", "opens_at": AT, "closes_at": AT + timedelta(days=1)}
    try:
        prepare_call(**given, by=people()[who], at=AT)
    except Refusal as refusal:
        met = refusal.reason
    assert met == reason
    assert Call.objects.filter(state="draft").count() == Entry.objects.count() == (not reason)
