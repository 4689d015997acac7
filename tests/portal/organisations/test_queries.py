"""Type-ahead: who is found by what, who comes first, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.models.search_word import fold
from samverk.portal.organisations.queries import organisation, suggest

from .build import CHARTER, Entry, registered

GRANADA = Entry(
    row=1, name="University of Granada", country="ES", city="Granada", kind="hei", pic="999882015", oid="E10208989",
    erasmus_code="E  GRANADA01", names=(("Universidad de Granada", "es"), ("Πανεπιστήμιο της Γρανάδας", "el")),
    charters=CHARTER,
)  # fmt: skip
GOTEBORG = Entry(
    row=2, name="University of Gothenburg", country="SE", names=(("Göteborgs universitet", "sv"),), ror="01tm6cn81"
)
LODZ = Entry(row=3, name="Politechnika Łódzka", country="PL", city="Łódź")


def names(text: str, **options) -> list[str]:
    return [found.name for found in suggest(text, **options)]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gran", GRANADA), ("UNIV GRAN", GRANADA), ("granada univ", GRANADA), ("universidad de g", GRANADA),
        ("Γρανάδ", GRANADA), ("γραναδ", GRANADA), ("9998820", GRANADA), ("E10208989", GRANADA),
        ("E  GRANADA01", GRANADA), ("e granada", GRANADA), ("egranada01", GRANADA),
        ("goteb", GOTEBORG), ("Göteb", GOTEBORG), ("https://ror.org/01tm6cn81", GOTEBORG), ("01tm", GOTEBORG),
        ("lodz", LODZ), ("ŁÓD", LODZ), ("poli łó", LODZ),
    ],
)  # fmt: skip
def test_found_by_the_beginning_of_any_word_of_any_name_and_by_codes(text, expected):
    registered(GRANADA, GOTEBORG, LODZ)
    assert names(text) == [expected.name]


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["", " ", "g", "?!", "anada", "gran lodz", "'; drop table", "%", "_ra", "\x00"])
def test_nothing_is_found_by_less_or_by_the_middle_of_a_word(text):
    registered(GRANADA, GOTEBORG, LODZ)
    assert names(text) == []


@pytest.mark.django_db
def test_beginnings_of_names_come_first_then_holders_then_short_names():
    rows = [
        Entry(row=1, name="The Lund Society of Arts"),
        Entry(row=2, name="Lund Trust with a name that is very much longer"),
        Entry(row=3, name="Lund Trust"),
        Entry(row=4, name="Skola i Lund", pic="100000001", charters=CHARTER),
        Entry(row=5, name="Lunds universitet, a name of some length", pic="100000002", charters=CHARTER),
    ]
    registered(*rows)
    assert names("lund") == [rows[i].name for i in (4, 2, 1, 3, 0)]
    assert names("lund", limit=2) == [rows[i].name for i in (4, 2)]


@pytest.mark.django_db
def test_what_is_told_of_each():
    registered(GRANADA, GOTEBORG)
    [found] = suggest("universidad")
    assert (found.also, found.country, found.city) == ("Universidad de Granada", "ES", "Granada")
    assert (found.kind, found.pic, found.charter) == ("hei", "999882015", True)
    assert suggest("university of gr")[0].also == ""
    assert organisation(found.id).name == GRANADA.name and organisation(0) is None


@pytest.mark.django_db
def test_of_one_country():
    registered(GRANADA, GOTEBORG)
    assert names("univ", country="SE") == names("universit goth", country="SE") == [GOTEBORG.name]
    assert names("univ", country="NO") == []


@pytest.mark.django_db
def test_the_best_are_found_among_very_many():
    registered(*(Entry(row=n, name=f"University number {n:04} of a long series of them") for n in range(1500)), GRANADA)
    assert names("un")[0] == names("university")[0] == GRANADA.name
    assert names("of university gran") == [GRANADA.name]
    assert len(suggest("un")) == 10


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize(("text", "queries"), [("univ", 4), ("university of", 6)])
def test_the_number_of_queries_is_that_of_the_words_not_of_the_rows(rows, text, queries):
    registered(*(Entry(row=n, name=f"University of {n}", names=(("Universitet", ""),)) for n in range(rows)))
    with CaptureQueriesContext(connection) as ran:
        assert len(suggest(text)) == rows
    assert len(ran) == queries


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80).filter(
    lambda text: any(len(word) > 1 for word in fold(text).split())
)


@given(NAMES)
def test_folding_twice_changes_nothing(name):
    assert fold(fold(name)) == fold(name)


class AnyName(TestCase):
    """An organisation is found by the beginning of any word of any of its names."""

    @given(st.lists(NAMES, min_size=1, max_size=3, unique=True), st.data())
    def test_found_by_any_word(self, names, data):
        registered(Entry(row=1, name=names[0], names=tuple((name, "") for name in names[1:])))
        word = data.draw(st.sampled_from([word for name in names for word in fold(name).split() if len(word) > 1]))
        start = word[: data.draw(st.integers(2, min(len(word), 60)))]
        assert [found.name for found in suggest(start)] == [Organisation.objects.get().name]
