"""Two at once: one deed is done, the other learns that it came too late."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from tests.portal.calls.build import AT, a_call, a_person, a_question, people

from samverk.portal.calls.actions.amend_call import amend_call
from samverk.portal.calls.actions.answer_question import answer_question
from samverk.portal.calls.actions.change_draft import change_draft
from samverk.portal.calls.actions.publish_call import publish_call
from samverk.portal.calls.actions.withdraw_call import withdraw_call
from samverk.portal.calls.actions.withdraw_question import withdraw_question
from samverk.portal.calls.states import CallState
from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults

pytestmark = pytest.mark.django_db(transaction=True)
WHY = {"sv": "Därför", "en": "Because"}


def at_once(*deeds: Callable[[], object]) -> list[str]:
    """What became of each, in order of the codes: `done` or why not."""
    met: list[str] = []
    start = threading.Barrier(len(deeds))

    def run(deed: Callable[[], object]) -> None:
        try:
            start.wait()
            deed()
            met.append("done")
        except Refusal as refusal:
            met.append(refusal.reason)
        except Exception as error:  # noqa: BLE001 - told by the caller
            met.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(met)


def test_two_publish():
    call, manager = a_call(CallState.DRAFT), people()["manager"]
    deed = lambda: publish_call(call=call.pk, version=1, by=manager, at=AT)  # noqa: E731
    assert at_once(deed, deed) == ["done", "wrong_state"]
    assert Entry.objects.filter(deed="calls.publish_call").count() == 1
    assert list(faults()) == []


def test_publish_while_the_draft_is_changed():
    """Either what was read is published, or nothing: never what nobody has read."""
    call, manager = a_call(CallState.DRAFT), people()["manager"]
    met = at_once(
        lambda: publish_call(call=call.pk, version=1, by=manager, at=AT),
        lambda: change_draft(call=call.pk, version=1, changes={"expected": 3}, by=manager, at=AT),
    )
    call.refresh_from_db()
    if call.state == CallState.PUBLISHED:
        assert (met, call.expected) == (["done", "wrong_state"], None)
    else:
        assert (met, call.expected) == (["changed_meanwhile", "done"], 3)


def test_amend_and_withdraw():
    call, manager = a_call(), people()["manager"]
    later = {"closes_at": call.closes_at + timedelta(days=1)}
    met = at_once(
        lambda: amend_call(call=call.pk, version=1, changes=later, reasons=WHY, by=manager, at=AT),
        lambda: withdraw_call(call=call.pk, reasons=WHY, by=manager, at=AT),
    )
    call.refresh_from_db()
    amended = call.amendments.count()
    assert (call.state, met) == (CallState.WITHDRAWN, ["done", "done"] if amended else ["done", "wrong_state"])
    assert call.version == 2 + amended


def test_answer_and_take_back():
    asker = a_person("asker")
    row, manager = a_question(a_call(), asker), people()["manager"]
    met = at_once(
        lambda: answer_question(question=row.pk, version=1, answers={"en": "Yes"}, by=manager, at=AT),
        lambda: withdraw_question(question=row.pk, by=asker, at=AT),
    )
    row.refresh_from_db()
    assert met in (["done", "wrong_state"], ["changed_meanwhile", "done"])
    assert row.state in ("answered", "withdrawn") and bool(row.answer_en) == (row.state == "answered")
