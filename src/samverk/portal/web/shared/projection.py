"""Where a place stands on the drawn map of Europe.

The projection is ETRS89-LAEA (EPSG:3035): Lambert azimuthal equal area on the GRS80 ellipsoid, centred on
52° N 10° E. Formulas: EPSG Guidance Note 7-2, method 9820. The frame is the one `europe.json` is drawn in.
"""

from math import asin, atanh, cos, radians, sin, sqrt

FRAME_WIDTH = 1000
FRAME_HEIGHT = 900
METRES_PER_UNIT = 5000
WEST_EDGE = 2_450_000
NORTH_EDGE = 5_550_000

_SEMI_MAJOR_AXIS = 6_378_137.0
_FLATTENING = 1 / 298.257222101
_ECCENTRICITY = sqrt(_FLATTENING * (2 - _FLATTENING))
_ORIGIN_LAT = radians(52)
_ORIGIN_LON = radians(10)
_FALSE_EASTING = 4_321_000
_FALSE_NORTHING = 3_210_000


def _q(lat: float) -> float:
    es = _ECCENTRICITY * sin(lat)
    return (1 - _ECCENTRICITY**2) * (sin(lat) / (1 - es**2) + atanh(es) / _ECCENTRICITY)


_Q_POLE = _q(radians(90))
_AUTHALIC_RADIUS = _SEMI_MAJOR_AXIS * sqrt(_Q_POLE / 2)
_ORIGIN_BETA = asin(_q(_ORIGIN_LAT) / _Q_POLE)
_STRETCH = (
    _SEMI_MAJOR_AXIS
    * cos(_ORIGIN_LAT)
    / sqrt(1 - (_ECCENTRICITY * sin(_ORIGIN_LAT)) ** 2)
    / (_AUTHALIC_RADIUS * cos(_ORIGIN_BETA))
)


def easting_northing(lat: float, lon: float) -> tuple[float, float]:
    """Metres east and north in EPSG:3035 of a point in degrees (ETRS89, near enough WGS84)."""
    beta = asin(_q(radians(lat)) / _Q_POLE)
    turn = radians(lon) - _ORIGIN_LON
    towards = sin(_ORIGIN_BETA) * sin(beta) + cos(_ORIGIN_BETA) * cos(beta) * cos(turn)
    scale = _AUTHALIC_RADIUS * sqrt(2 / (1 + towards))
    east = scale * _STRETCH * cos(beta) * sin(turn)
    north = scale / _STRETCH * (cos(_ORIGIN_BETA) * sin(beta) - sin(_ORIGIN_BETA) * cos(beta) * cos(turn))
    return _FALSE_EASTING + east, _FALSE_NORTHING + north


def project(lat: float, lon: float) -> tuple[float, float]:
    """Units right and down from the frame's upper left corner; outside the frame where Europe ends."""
    east, north = easting_northing(lat, lon)
    return (east - WEST_EDGE) / METRES_PER_UNIT, (NORTH_EDGE - north) / METRES_PER_UNIT
