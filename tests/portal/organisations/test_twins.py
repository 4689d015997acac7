"""Rows that may be of the same organisation are found, and those that are not are left alone."""

import pytest
from tests.portal.organisations.build import registered

from samverk.portal.organisations.actions.entry import Entry as Listed
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import likely_duplicates
from samverk.portal.organisations.queries.twins import host, significant

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The University of Lund", ("lund", "university")),
        ("Møller & Søn A/S", ("moller", "son")),
        ("AB", ("ab",)),
        ("", ()),
    ],
)
def test_words_that_tell_it_from_others(name: str, words: tuple[str, ...]) -> None:
    assert significant(name) == words


@pytest.mark.parametrize(
    ("website", "name"),
    [
        ("https://www.lu.se/en?x", "lu.se"),
        ("WWW.LU.SE", "lu.se"),
        ("lu.se:443", "lu.se"),
        ("", ""),
        ("http://", "http"),
    ],
)
def test_where_a_website_is(website: str, name: str) -> None:
    assert host(website) == name


def test_duplicates_are_found_by_any_name_and_by_the_website():
    registered(
        Listed(1, "Lund University", "SE", city="Lund", website="www.lu.se", names=(("LU", ""),)),
        Listed(2, "Lunds universitet", "SE", city="Malmö", names=(("University of Lund", "en"),)),
        Listed(3, "Media Lab", "SE", website="https://lu.se/media"),
        Listed(4, "Lund University", "NO"),
        Listed(5, "Uppsala University", "SE"),
    )
    lund, other, lab, _norway, uppsala = Organisation.objects.order_by("pk")
    assert likely_duplicates(lund) == [other, lab]
    assert likely_duplicates(lab) == [lund]
    assert likely_duplicates(uppsala) == []


@pytest.mark.parametrize("number", [1, 3])
def test_looking_costs_the_same(number: int, django_assert_num_queries) -> None:
    registered(*(Listed(row, "Lund University", "SE", city=f"Town {row}") for row in range(number + 1)))
    lund = Organisation.objects.first()
    with django_assert_num_queries(7):
        assert len(likely_duplicates(lund)) == number
