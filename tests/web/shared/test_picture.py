"""The map of a consortium."""

import pytest
from tests.scheme.build import alliance, case

from samverk.portal.web.shared.picture import picture
from samverk.scheme.book import open_book

BOOK = open_book("knowledge-alliances", "2020")


def test_countries_are_counted():
    shown = picture(alliance(), BOOK, "sv", {})
    assert [(c.name, c.number) for c in shown.present] == [("Finland", 2), ("Sverige", 2), ("Tyskland", 2)]
    assert sorted(point.number for point in shown.points) == [2, 2, 2]
    assert {land.code for land in shown.lands if land.present} == {"SE", "FI", "DE"}


def test_places_that_are_known_stand_apart():
    here = {"uni": (55.7, 13.2), "lab": (67.9, 20.2)}
    assert len(picture(alliance(), BOOK, "en", here).points) == 4


def test_countries_outside_the_frame_are_told_apart():
    shown = picture(case({"id": "a", "country": "BR"}, {"id": "b"}), BOOK, "en", {})
    assert [(c.name, c.programme) for c in shown.outside] == [("Brazil", False)]
    assert shown.points == ()
    assert shown.placeless == 1


@pytest.mark.parametrize(("call", "programme"), [("2020", True), ("2014", True)])
def test_programme_countries_are_those_of_the_call(call, programme):
    shown = picture(alliance(), open_book("knowledge-alliances", call), "en", {})
    assert next(land.programme for land in shown.lands if land.code == "SE") is programme
    assert not next(land.programme for land in shown.lands if land.code == "UA")
