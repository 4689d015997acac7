"""The same book with another closing instant."""

from datetime import UTC, date, datetime, time

import pytest

from samverk.scheme.book import open_book


@pytest.mark.parametrize(
    "instant",
    [
        datetime(2027, 1, 23, 16, 0, tzinfo=UTC),
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ],
    ids=["winter", "first 02:30", "second 02:30"],
)
def test_instant(instant: datetime) -> None:
    closing = open_book("knowledge-alliances", "2020").closing(instant).terms.deadline.instant
    assert closing.astimezone(UTC) == instant  # an hour that comes twice equals none in another zone


def test_the_rest_stays():
    old = open_book("knowledge-alliances", "2020")
    new = old.closing(datetime(2027, 1, 23, 23, 30, tzinfo=UTC))
    assert (new.terms.deadline.day, new.terms.deadline.time) == (date(2027, 1, 24), time(0, 30))
    assert (new.scheme, new.call, new.rules, new.texts) == (old.scheme, old.call, old.rules, old.texts)
    assert old.terms.deadline.day == date(2020, 2, 26)


def test_countries_stand_as_they_do_on_the_new_day():
    old = open_book("knowledge-alliances", "2020")
    before = dict(old.statuses)
    new = old.closing(datetime(2014, 1, 1, 12, tzinfo=UTC))
    country = {code: country.status_on(date(2014, 1, 1)) for code, country in old.countries.country.items()}
    assert new.statuses == country != before
    assert old.statuses == before
