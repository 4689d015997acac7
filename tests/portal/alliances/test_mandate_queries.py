"""Reads of mandates: as many queries for three as for one."""

import pytest
from tests.portal.alliances.build import joined, person
from tests.portal.alliances.mandates import asked, signed, token_of_letter, with_bengt

from samverk.portal.alliances.models import Mandate
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.alliances.queries import mandate_of, mandates, mandates_told
from samverk.portal.foundation.decision import NotFound

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("many", [1, 3])
def test_all_of_an_alliance_are_one_query(many: int, django_assert_num_queries) -> None:
    row = with_bengt()
    for key, who in (("works", "David"), ("lab", "Lena"))[: many - 1]:
        joined(row, key, who)
        row.participants.filter(key=key).update(name=key)
    for key in ("college", "works", "lab")[:many]:
        signed(row, key)
    row = seen(row.pk, person("Anna"))
    with django_assert_num_queries(1):
        held = mandates(row)
    assert len(held) == many
    with django_assert_num_queries(1):
        told = mandates_told(row)
        assert all(one.paper and one.paper.sha256 == one.sha256 for rows in told.values() for one in rows)


def test_only_those_that_hold_are_mandates_and_the_newest_is_told_first():
    row = with_bengt()
    first = signed(row)
    asked(row)
    row = seen(row.pk, person("Anna"))
    assert mandates(row) == {first.participant_id: first}
    assert [one.state for one in mandates_told(row)[first.participant_id]] == ["asked", "signed"]


def test_those_of_another_alliance_are_not_among_them():
    other, row = with_bengt(), with_bengt()
    signed(other)
    assert mandates(seen(row.pk, person("Anna"))) == {}


def test_a_link_is_read_whatever_became_of_it():
    signed(with_bengt())
    token = token_of_letter()
    assert mandate_of(token) == Mandate.objects.get()
    with pytest.raises(NotFound):
        mandate_of(token[:-1])
