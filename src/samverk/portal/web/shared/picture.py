"""The map of a consortium: which countries it spans, how many from each, and who is from outside the frame."""

import json
from collections import Counter
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from samverk.portal.web.shared.projection import FRAME_HEIGHT, FRAME_WIDTH, project
from samverk.scheme.book import Book
from samverk.scheme.facts import Case
from samverk.scheme.values import CountryStatus

Place = tuple[float, float]
"""Degrees north and east."""


class Land(NamedTuple):
    """A country as it is drawn."""

    code: str
    present: bool
    programme: bool

    @property
    def look(self) -> str:
        """As style sheets name it."""
        kind = "present" if self.present else "programme" if self.programme else ""
        return f"map__country map__country--{kind}" if kind else "map__country"


class Point(NamedTuple):
    """A disc on the map with the number of organisations that it stands for."""

    x: float
    y: float
    number: int


class Present(NamedTuple):
    """A country that takes part."""

    name: str
    number: int
    programme: bool
    drawn: bool


class Picture(NamedTuple):
    """`lands` in order of drawing; `present` by number of organisations; `placeless`: how many name no country."""

    lands: tuple[Land, ...]
    points: tuple[Point, ...]
    present: tuple[Present, ...]
    placeless: int

    @property
    def outside(self) -> tuple[Present, ...]:
        """Countries that take part and that the map does not reach."""
        return tuple(country for country in self.present if not country.drawn)


@lru_cache
def drawing() -> dict[str, dict[str, list[float]]]:
    """europe.json: outlines, centres, and parts that are shown with another country."""
    found: dict[str, dict[str, list[float]]] = json.loads((Path(__file__).parent / "europe.json").read_text())
    return found


@lru_cache
def outlines() -> str:
    """The outlines as an SVG of symbols, that a page points into rather than repeats."""
    shapes = "".join(f'<path id="{code}" d="{path}"/>' for code, path in drawing()["countries"].items())
    frame = f"0 0 {FRAME_WIDTH} {FRAME_HEIGHT}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}"><defs>{shapes}</defs></svg>'


@lru_cache
def edition() -> str:
    """Changes when the outlines do."""
    return sha256(outlines().encode()).hexdigest()[:12]


def picture(case: Case, book: Book, lang: str, places: dict[str, Place]) -> Picture:
    """`places`: participant -> where it is, for those that are known to be somewhere."""
    counted = Counter(p.country for p in case.participants if p.country)
    lands = tuple(sorted(_lands(book, set(counted)), key=lambda land: (land.present, land.programme)))
    present = [_present(book, code, number, lang) for code, number in counted.items()]
    return Picture(
        lands,
        tuple(_points(case, places)),
        tuple(sorted(present, key=lambda country: (-country.number, country.name))),
        sum(p.country is None for p in case.participants),
    )


def _lands(book: Book, present: set[str]) -> list[Land]:
    shown_with = drawing()["shown_with"]
    return [
        Land(code, code in present, book.statuses.get(str(shown_with.get(code, code))) is CountryStatus.PROGRAMME)
        for code in drawing()["countries"]
    ]


def _present(book: Book, code: str, number: int, lang: str) -> Present:
    country = book.countries.country.get(code)
    programme = book.statuses.get(code) is CountryStatus.PROGRAMME
    return Present(country.names[lang] if country else code, number, programme, code in drawing()["centres"])


def _points(case: Case, places: dict[str, Place]) -> list[Point]:
    """One disc a place; organisations that are too near each other to tell apart share one."""
    discs: list[Point] = []
    for p in case.participants:
        at = project(*places[p.id]) if p.id in places else drawing()["centres"].get(p.country or "")
        if at is None or not (0 <= at[0] <= FRAME_WIDTH and 0 <= at[1] <= FRAME_HEIGHT):
            continue
        near = next((i for i, d in enumerate(discs) if (d.x - at[0]) ** 2 + (d.y - at[1]) ** 2 < 48**2), None)
        if near is None:
            discs.append(Point(round(at[0], 1), round(at[1], 1), 1))
        else:
            discs[near] = discs[near]._replace(number=discs[near].number + 1)
    return discs
