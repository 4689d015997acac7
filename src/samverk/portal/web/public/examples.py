"""Real alliances to try: the example cases that stand beside a scheme's rules."""

from functools import lru_cache
from typing import NamedTuple

from samverk.portal.web.public.state import encode
from samverk.scheme.book.load import ROOT
from samverk.scheme.document import read
from samverk.scheme.facts import Case


class Example(NamedTuple):
    """`name` is short, as alliances call themselves; `about` the rest of the title; `case` the token of its link."""

    name: str
    about: str
    call: str
    countries: int
    organisations: int
    case: str


@lru_cache
def examples() -> tuple[Example, ...]:
    """All of them, by name."""
    files = ROOT.glob("*/*/examples/*.toml")
    return tuple(sorted(_example(read(Case, file.read_text("utf-8"), file.name)) for file in files))


def _example(case: Case) -> Example:
    name, _colon, about = case.title.partition(": ")
    countries = len({p.country for p in case.participants} - {None})
    return Example(name, about, case.call, countries, len(case.participants), encode(case))
