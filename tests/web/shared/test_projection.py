"""The projection against published points, and against the countries it is drawn with."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from samverk.portal.web.shared import projection
from samverk.portal.web.shared.projection import easting_northing, project

EUROPE = json.loads((Path(projection.__file__).parent / "europe.json").read_text(encoding="utf-8"))

CITIES = {
    "SE": (59.33, 18.07),
    "NO": (59.91, 10.75),
    "FI": (61.50, 23.76),
    "IS": (64.90, -18.60),
    "IE": (53.42, -7.94),
    "PT": (39.82, -7.49),
    "FR": (48.86, 2.35),
    "DE": (52.52, 13.40),
    "AT": (48.21, 16.37),
    "CH": (46.95, 7.44),
    "HR": (45.81, 15.98),
    "BA": (43.86, 18.41),
    "XK": (42.66, 21.17),
    "UA": (45.05, 34.10),
    "TR": (39.93, 32.86),
    "CY": (34.92, 33.10),
    "XC": (35.28, 33.40),
    "IL": (31.25, 34.79),
    "MA": (34.02, -5.00),
    "GE": (41.99, 43.50),
}


def rings(path: str) -> list[list[tuple[float, float]]]:
    return [absolute(part) for part in path.split("M")[1:]]


def absolute(steps: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", steps)]
    places, x, y = [], 0.0, 0.0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        places.append((x, y))
    return places


def inside(place: tuple[float, float], code: str) -> bool:
    """Even-odd: how many sides does a ray to the right cross?"""
    sides = [side for ring in rings(EUROPE["countries"][code]) for side in pairwise([*ring, ring[0]])]
    return sum(crosses(place, *side) for side in sides) % 2 == 1


def crosses(place: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> bool:
    level = (a[1] > place[1]) != (b[1] > place[1])
    return level and place[0] < a[0] + (place[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


@pytest.mark.parametrize(
    ("degrees", "metres"),
    [
        ((52, 10), (4_321_000.00, 3_210_000.00)),  # The origin, from the definition of EPSG:3035.
        ((50, 5), (3_962_799.45, 2_999_718.85)),  # The worked example of EPSG Guidance Note 7-2, method 9820.
    ],
)
def test_published_points(degrees, metres):
    assert easting_northing(*degrees) == pytest.approx(metres, abs=0.01)


def test_the_frame_has_north_up_and_east_to_the_right():
    (x, y), (north_x, north_y), (east_x, _) = project(50, 10), project(60, 10), project(50, 20)
    assert north_x == pytest.approx(x)
    assert north_y < y
    assert east_x > x


@pytest.mark.parametrize(("code", "degrees"), CITIES.items())
def test_a_city_falls_into_its_country_and_no_other(code, degrees):
    place = project(*degrees)
    assert [other for other in EUROPE["countries"] if inside(place, other)] == [code]


@pytest.mark.parametrize("code", EUROPE["countries"])
def test_the_centre_of_a_country_lies_in_it(code):
    assert inside(tuple(EUROPE["centres"][code]), code)


def test_frame_and_codes_agree_between_drawing_and_projection():
    assert EUROPE["frame"] == [projection.FRAME_WIDTH, projection.FRAME_HEIGHT]
    assert EUROPE["centres"].keys() == EUROPE["countries"].keys()
    assert set(EUROPE["shown_with"].items()) == {("XC", "CY")}
