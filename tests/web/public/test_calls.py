"""The pages, the feed and the calendar of calls."""

import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.portal.calls.build import AT, a_call, a_person, people

from samverk.portal.calls.actions.amend_call import amend_call
from samverk.portal.calls.actions.withdraw_call import withdraw_call
from samverk.portal.calls.models import Call
from samverk.portal.calls.states import CallState
from samverk.portal.people.models import Person
from samverk.portal.web.shared.countdown import left

pytestmark = pytest.mark.django_db
NOW = timezone.now()
OPEN = {"opens_at": NOW - timedelta(days=1), "closes_at": datetime(NOW.year + 1, 12, 1, 16, 0, tzinfo=UTC)}


def page(path: str, client: Client | None = None) -> str:
    answer = (client or Client()).get(f"/en/{path}")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_list_in_one_query(rows: int, django_assert_num_queries) -> None:
    calls = [a_call(**OPEN) for _ in range(rows)]
    with django_assert_num_queries(1):
        shown = page("calls/")
    assert [shown.count(str(call.pk)) for call in calls] == [1] * rows


def test_list_by_what_it_means_today():
    a_call(opens_at=NOW + timedelta(days=1), closes_at=NOW + timedelta(days=9))
    a_call(opens_at=NOW - timedelta(days=9), closes_at=NOW - timedelta(days=1))
    shown = page("calls/")
    assert [heading in shown for heading in ("<h2>Coming</h2>", "<h2>Closed calls</h2>")] == [True, True]
    assert "No call is open now" in shown


def test_list_holds_what_the_rulebooks_remember():
    shown = page("calls/")
    assert [f"/en/rules/knowledge-alliances/{year}/" in shown for year in range(2014, 2021)] == [True] * 7
    assert "/en/rules/alliances-for-innovation/" in shown and "26 February 2020, 17:00" in shown


@pytest.mark.parametrize("mark", ["nonsense", "WyJhIl0"])
def test_no_such_page_of_the_list(mark: str) -> None:
    assert Client().get(f"/en/calls/?after={mark}").status_code == 404


@pytest.mark.parametrize("facts", [{"state": CallState.DRAFT}, {"state": CallState.WITHDRAWN, "published_at": None}])
def test_what_was_never_published_is_nowhere(facts: dict) -> None:
    draft = a_call(**OPEN | facts)
    paths = (f"calls/{draft.pk}/", f"calls/{draft.pk}/call.ics", f"calls/{uuid4()}/")
    assert [Client().get(f"/en/{path}").status_code for path in paths] == [404, 404, 404]
    for path in ("calls/", "calls/feed.atom"):
        assert str(draft.pk) not in page(path)


def test_page():
    call = a_call(**OPEN, envelope=28_000_000, expected=28)
    shown = page(f"calls/{call.pk}/")
    assert f"1 December {NOW.year + 1} at 17:00" in shown and "Brussels time" in shown
    assert "days left" in shown and "EUR 28,000,000" in shown and "<dd>28</dd>" in shown
    assert "Check your alliance for this call" in shown and "/en/rules/knowledge-alliances/2020/" in shown


def test_page_leads_to_a_check_against_the_same_call():
    call = a_call(**OPEN, edition="2016")
    start = re.search(r'href="/en/(\?case=[^"]+)"', page(f"calls/{call.pk}/"))
    assert start
    assert '<option value="knowledge-alliances/2016" selected>' in page(start[1])


def test_page_tells_the_readers_own_time():
    call, person = a_call(**OPEN), a_person("kenji")
    person.time_zone = "Asia/Tokyo"
    person.save()
    client = Client()
    client.force_login(person)
    assert f"2 December {NOW.year + 1} at 01:00" in page(f"calls/{call.pk}/", client)
    assert "Asia/Tokyo" not in page(f"calls/{call.pk}/")


def amended() -> Call:
    call = a_call(**OPEN)
    later = call.closes_at + timedelta(days=1)
    amend_call(
        call=call.pk,
        version=1,
        changes={"closes_at": later, "envelope": Decimal("1500000.50")},
        reasons={"sv": "En strejk", "en": "A <strike>"},
        by=people()["manager"],
        at=AT + timedelta(hours=1),
    )
    return call


def test_page_tells_what_was_changed_and_not_by_whom():
    shown = page(f"calls/{amended().pk}/")
    year = NOW.year + 1
    assert "– → <ins>EUR 1,500,000.50</ins>" in shown
    assert "A &lt;strike&gt;" in shown and "manager" not in shown
    assert [f"{day} December {year} at 17:00" in shown for day in (1, 2)] == [True, True]


def test_withdrawn_stays_to_be_read():
    call = amended()
    withdraw_call(
        call=call.pk,
        reasons={"sv": "Nej", "en": "No"},
        by=Person.objects.get(name="manager"),
        at=AT + timedelta(hours=2),
    )
    shown = page(f"calls/{call.pk}/")
    assert "has withdrawn this call" in shown and "Check your alliance" not in shown
    feed = page("calls/feed.atom")
    assert "This call has been withdrawn." in feed and (AT + timedelta(hours=2)).isoformat() in feed
    (event,) = Calendar.from_ical(Client().get(f"/en/calls/{call.pk}/call.ics").content).walk("VEVENT")
    assert (event["uid"], event["sequence"], event["status"]) == (call.pk.urn, 3, "CANCELLED")


def test_calendar_reads_back():
    call = amended()
    answer = Client().get(f"/en/calls/{call.pk}/call.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["dtstart"].dt == call.closes_at + timedelta(days=1)
    assert (event["uid"], event["sequence"], event["status"]) == (call.pk.urn, 2, "CONFIRMED")
    assert event["summary"] == "Knowledge Alliances 2020 closes"
    assert event["url"].endswith(f"/en/calls/{call.pk}/")


def test_feed_brings_an_amended_call_up_again():
    call = amended()
    atom = "{http://www.w3.org/2005/Atom}"
    entries = ET.fromstring(page("calls/feed.atom")).findall(f"{atom}entry")
    assert [entry.findtext(f"{atom}title") for entry in entries] == [
        "Knowledge Alliances 2020",
        "Knowledge Alliances 2020 has been changed",
    ]
    assert entries[1].findtext(f"{atom}summary") == "A <strike>"
    entry = entries[0]
    told = [entry.findtext(atom + name) for name in ("id", "title", "published", "updated")]
    assert told == [
        call.pk.urn,
        "Knowledge Alliances 2020",
        AT.isoformat(),
        (AT + timedelta(hours=1)).isoformat(),
    ]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-1, ""),
        (0, "Less than an hour left"),
        (3599, "Less than an hour left"),
        (3600, "1 hour left"),
        (2 * 86400 - 1, "47 hours left"),
        (2 * 86400, "2 days left"),
    ],
)
def test_left(seconds: int, said: str) -> None:
    assert left(AT + timedelta(seconds=seconds), AT) == said
