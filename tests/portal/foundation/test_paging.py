"""Pages by key: every row once, in order, however the pages are cut; nothing else is a mark."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from samverk.portal.foundation.paging import BadMark, page
from samverk.portal.people.models import Person

MOMENT = datetime(2026, 11, 24, 9, 0, 0, 123456, tzinfo=UTC)
ORDERS = [("id",), ("-id",), ("name", "id"), ("-name", "id"), ("-joined_at", "name", "-id")]


def people(names: list[str]) -> None:
    Person.objects.bulk_create(
        Person(email=f"{number}@a.example", name=name, joined_at=MOMENT + timedelta(microseconds=len(name) % 3))
        for number, name in enumerate(names)
    )


class EveryRowOnce(TestCase):
    @given(names=st.lists(st.sampled_from(["", "Å", "a", "B", "bb"]), max_size=9), size=st.integers(1, 4))
    def test_pages_put_together_are_the_list(self, names: list[str], size: int) -> None:
        people(names)
        for by in ORDERS:
            assert list(self.paged(by, size)) == list(Person.objects.order_by(*by))

    def paged(self, by: tuple[str, ...], size: int):
        after = "-"
        while after:
            one = page(Person.objects.all(), by=by, after="" if after == "-" else after, size=size)
            assert len(one.rows) == size or not one.after
            yield from one.rows
            after = one.after

    @given(mark=st.text(max_size=40))
    def test_what_is_no_mark_is_refused(self, mark: str) -> None:
        try:
            page(Person.objects.all(), by=("-joined_at", "id"), after=mark)
        except BadMark:
            return
        assert not mark


MADE_UP = [
    "bnVsbA",
    "W10",
    "WzFd",
    "WyJ4IiwgMV0",
    "W251bGwsbnVsbF0",
    "WzFlOTk5LCAxXQ",
    "WyJcdWQ4MDAiLDFd",
    "W1tdLFtdXQ",
]


@pytest.mark.django_db
@pytest.mark.parametrize("mark", MADE_UP)
def test_a_made_up_mark_of_the_right_form_is_refused(mark: str) -> None:
    with pytest.raises(BadMark):
        page(Person.objects.all(), by=("-joined_at", "id"), after=mark)


@pytest.mark.django_db
def test_a_page_is_one_query_whatever_its_size(django_assert_num_queries) -> None:
    for number in (1, 3):
        Person.objects.all().delete()
        people(["x"] * number)
        with django_assert_num_queries(1):
            page(Person.objects.all(), by=("name", "id"), size=2)
