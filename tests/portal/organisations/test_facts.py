"""From the registry into an alliance: what is known, and what is left open."""

from datetime import date

import pytest

from samverk.portal.organisations.facts import charter_period, participant
from samverk.portal.organisations.models import Charter, Organisation, Source
from samverk.scheme.values import Category, Role

DAY = date(2024, 3, 7)


def charter(since: str, until: str | None = None, gone: str | None = None) -> Charter:
    day = date.fromisoformat
    return Charter(
        valid_from=day(since),
        valid_until=day(until) if until else None,
        gone_from=day(gone) if gone else None,
        source=Source.ECHE,
        last_listed=day(since),
    )


def period(since: str, until: str | None = None):
    return date.fromisoformat(since), date.fromisoformat(until) if until else None


@pytest.mark.parametrize(
    ("charters", "on", "expected"),
    [
        ([], "2024-03-07", None),
        ([charter("2021-01-01", "2029-12-31")], "2024-03-07", period("2021-01-01", "2029-12-31")),
        ([charter("2021-01-01")], "2024-03-07", period("2021-01-01")),
        # the lists say nothing of the programme before
        ([charter("2021-01-01", "2029-12-31")], "2020-02-26", None),
        ([charter("2014-01-01", "2020-12-31"), charter("2021-01-01")], "2020-02-26", period("2014-01-01")),
        # not held yet, held no more, gone from the list
        ([charter("2024-06-26", "2029-12-31")], "2024-03-07", period("2024-06-26", "2029-12-31")),
        ([charter("2021-01-01", "2022-10-31")], "2024-03-07", period("2021-01-01", "2022-10-31")),
        ([charter("2021-01-01", "2029-12-31", "2023-05-01")], "2024-03-07", period("2021-01-01", "2023-04-30")),
        # one that follows continues, one after a gap does not
        (
            [charter("2022-11-01", "2029-12-31"), charter("2021-12-01", "2022-10-31")],
            "2024-03-07",
            period("2021-12-01", "2029-12-31"),
        ),
        ([charter("2021-12-01", "2022-10-31"), charter("2023-06-30")], "2024-03-07", period("2023-06-30")),
        (
            [charter("2021-12-01", "2022-10-31"), charter("2023-06-30")],
            "2022-12-01",
            period("2021-12-01", "2022-10-31"),
        ),
        ([charter("2021-01-01"), charter("2023-06-30", "2029-12-31")], "2024-03-07", period("2021-01-01")),
    ],
)
def test_the_period_that_decides(charters, on, expected):
    assert charter_period(charters, date.fromisoformat(on)) == expected


@pytest.mark.django_db
def test_what_is_known_is_brought_along():
    row = Organisation.objects.create(
        name="Lunds universitet", country="SE", kind="hei", source="eche", source_release=DAY
    )
    facts = participant(row, on=DAY, role=Role.FULL)
    assert (facts.id, facts.name, facts.country) == ("lunds-universitet", "Lunds universitet", "SE")
    assert (facts.category, facts.role, facts.charter_from) == (Category.HEI, Role.FULL, None)
    assert participant(row, on=DAY, key="lu").id == "lu"


@pytest.mark.django_db
def test_what_is_not_known_stays_open():
    row = Organisation.objects.create(name="東京", source="ror", source_release=DAY)
    facts = participant(row, on=DAY)
    assert (facts.country, facts.category, facts.charter_on(DAY)) == (None, None, None)
    assert facts.id
