"""Files of a call: who has them when, and what stays to be read."""

from datetime import timedelta

import pytest
from tests.portal.calls.build import AT, PDF, a_call, people

from samverk.portal.calls.actions.add_call_document import CannotAddDocument, add_call_document
from samverk.portal.calls.actions.remove_call_document import CannotRemoveDocument, remove_call_document
from samverk.portal.calls.models import Call, CallDocument
from samverk.portal.calls.queries import call_document, documents
from samverk.portal.calls.states import CallState
from samverk.portal.documents.actions.store import CannotStore
from samverk.portal.documents.models import Document
from samverk.portal.foundation.decision import NotFound
from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person

pytestmark = pytest.mark.django_db
TITLES = {"sv": " Vägledning ", "en": "Guide"}


def added(call: Call, by: Person) -> CallDocument:
    return add_call_document(call=call.pk, content=PDF, name="guide.pdf", titles=TITLES, by=by, at=AT)


def test_added_and_removed():
    call, manager = a_call(published_at=AT - timedelta(days=1)), people()["manager"]
    row = added(call, manager)
    assert (row.title("sv"), row.title("en"), row.document.name) == ("Vägledning", "Guide", "guide.pdf")
    assert call_document(row.pk, call) == row
    remove_call_document(call=call.pk, document=row.pk, by=manager, at=AT)
    with pytest.raises(NotFound):
        call_document(row.pk, call)
    assert [found.removed_at for found in documents(call)] == [AT]
    with pytest.raises(NotFound):
        remove_call_document(call=call.pk, document=row.pk, by=manager, at=AT)
    assert [entry.deed for entry in Entry.objects.order_by("seq")] == [
        "calls.add_call_document",
        "calls.remove_call_document",
    ]


def test_what_was_removed_before_anybody_saw_it_is_gone():
    call, manager = a_call(CallState.DRAFT), people()["manager"]
    row = added(call, manager)
    remove_call_document(call=call.pk, document=row.pk, by=manager, at=AT)
    Call.objects.update(state=CallState.PUBLISHED, published_at=AT + timedelta(hours=1))
    call.refresh_from_db()
    assert documents(call) == []


@pytest.mark.parametrize(
    ("given", "kind", "reason"),
    [
        ({"titles": {"sv": "Bara svenska"}}, CannotAddDocument, "no_titles"),
        ({"titles": {"sv": "x" * 201, "en": "x"}}, CannotAddDocument, "too_long"),
        ({"content": b"<script>"}, CannotStore, "wrong_type"),
        ({"name": "guide.html"}, CannotStore, "wrong_type"),
        ({"content": b""}, CannotStore, "empty_file"),
    ],
)
def test_not_added(given: dict, kind: type, reason: str) -> None:
    facts = {"content": PDF, "name": "guide.pdf", "titles": TITLES} | given
    with pytest.raises(kind, match=reason):
        add_call_document(call=a_call().pk, **facts, by=people()["manager"], at=AT)
    assert (CallDocument.objects.count(), Document.objects.count(), Entry.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("who", ["officer", "stranger"])
def test_others_do_not_remove(who: str) -> None:
    persons, call = people(), a_call()
    row = added(call, persons["manager"])
    with pytest.raises(CannotRemoveDocument, match="not_call_manager"):
        remove_call_document(call=call.pk, document=row.pk, by=persons[who], at=AT)
    assert call_document(row.pk, call) == row


def test_not_through_another_call():
    call, other, manager = a_call(), a_call(), people()["manager"]
    row = added(call, manager)
    with pytest.raises(NotFound):
        remove_call_document(call=other.pk, document=row.pk, by=manager, at=AT)
