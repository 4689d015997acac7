"""Real alliances to try: the example cases that stand beside a scheme's rules."""

from functools import lru_cache
from typing import NamedTuple

from samverk.portal.web.shared.state import encode
from samverk.scheme.book.load import ROOT
from samverk.scheme.document import read
from samverk.scheme.facts import Case


class Example(NamedTuple):
    """`name` is short, as alliances call themselves; `case` is the token of its link."""

    name: str
    case: str


@lru_cache
def examples() -> tuple[Example, ...]:
    """All of them, by name."""
    files = ROOT.glob("*/*/examples/*.toml")
    found = (_example(read(Case, file.read_text("utf-8"), file.name)) for file in files)
    return tuple(sorted(found, key=lambda example: example.name.casefold()))


def _example(case: Case) -> Example:
    return Example(case.title.partition(":")[0], encode(case))
