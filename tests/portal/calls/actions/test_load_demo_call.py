"""The call to try the portal with."""

from datetime import UTC, datetime

import pytest
from tests.portal.calls.build import AT

from samverk.portal.calls.actions.load_demo_call import load_demo_call
from samverk.portal.calls.models import Call
from samverk.portal.calls.queries import open_calls
from samverk.portal.ledger.models import Entry


@pytest.mark.django_db
def test_once():
    call = load_demo_call(at=AT)
    assert load_demo_call(at=AT) is None
    assert open_calls(AT) == [call] == list(Call.objects.all())
    assert call and call.closes_at == datetime(2027, 1, 23, 16, 0, tzinfo=UTC)
    assert Entry.objects.get().deed == "calls.load_demo_call"
