"""Where a screen does a deed: what was refused is on record, what was not found leaves no trace."""

from datetime import datetime

import pytest
from django.http import Http404
from django.test import RequestFactory

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person
from samverk.portal.web.shared.deeds import do

pytestmark = pytest.mark.django_db


def push(*, how: str, by: Person, at: datetime) -> str:
    if how == "gone":
        raise NotFound
    if how == "badly":
        raise Refusal("not_yours")
    return how


push.__module__ = "samverk.portal.alliances.actions.push"


@pytest.fixture
def request_of_anna(rf: RequestFactory):
    request = rf.post("/")
    request.user = Person.objects.create_user("anna@example.org")
    return request


def test_what_is_done_is_returned(request_of_anna):
    assert do(request_of_anna, push, about="alliance:1", how="well") == "well"
    assert Entry.objects.count() == 0


def test_a_refusal_is_recorded_and_goes_on(request_of_anna):
    with pytest.raises(Refusal, match="not_yours"):
        do(request_of_anna, push, about="alliance:1", how="badly")
    told = Entry.objects.values_list("deed", "about", "by", "reason").get()
    assert told == ("alliances.push", "alliance:1", request_of_anna.user.pk, "not_yours")


def test_what_is_not_there_is_a_404_without_a_trace(request_of_anna):
    with pytest.raises(Http404):
        do(request_of_anna, push, about="alliance:1", how="gone")
    assert Entry.objects.count() == 0
