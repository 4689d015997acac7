"""Random alliances: any facts missing, organisations linked, every scheme and call there is."""

from datetime import date
from functools import cache
from typing import Any

from hypothesis import strategies as st

from samverk.scheme.book import open_book, schemes
from samverk.scheme.facts import Case
from samverk.scheme.values import Category, Role

BOOKS = [(scheme, call) for scheme, calls in schemes().items() for call in calls]
COMMON = ["SE", "FI", "DE", "IT", "RS", "GB", "CH", "UA", "BY"]
"""Countries drawn most: programme and partner countries, and those whose standing changed."""

MAYBE = st.sampled_from([True, False, None])


@cache
def countries(scheme: str, call: str) -> st.SearchStrategy[str | None]:
    """Any country of a book, the common ones more often, or none."""
    every = sorted(open_book(scheme, call).countries.country)
    return st.none() | st.sampled_from(COMMON) | st.sampled_from(COMMON) | st.sampled_from(every)


@st.composite
def participants(draw: st.DrawFn, number: int, scheme: str, call: str) -> dict[str, Any]:
    """The facts of the `number`-th organisation."""
    likely = st.sampled_from([Category.HEI, Category.ENTERPRISE, Category.VET, Category.CONSULTANCY])
    return {
        "id": f"p{number}",
        "country": draw(countries(scheme, call)),
        "role": draw(st.sampled_from([Role.FULL, Role.FULL, Role.ASSOCIATED, None])),
        "category": draw(likely | st.none() | st.sampled_from(list(Category))),
        "coordinator": draw(st.sampled_from([None, None, False, True])),
        "charter": draw(MAYBE),
        "charter_from": draw(st.none() | st.dates(date(2012, 1, 1), date(2028, 1, 1))),
        "charter_until": draw(st.none() | st.dates(date(2012, 1, 1), date(2028, 1, 1))),
        "grant": draw(st.none() | st.sampled_from([0, 1, "0.01", 100_000, 700_000])),
        "role_stated": draw(MAYBE),
        "added_value": draw(MAYBE),
        "experience": draw(MAYBE),
    }


@st.composite
def links(draw: st.DrawFn, ids: list[str]) -> list[dict[str, str]]:
    """Control among the organisations and two outside ones."""
    end = st.sampled_from([*ids, "holding", "venture"])
    pairs = draw(st.lists(st.tuples(end, end), max_size=4))
    return [{"controller": a, "controlled": b} for a, b in pairs]


@st.composite
def cases(draw: st.DrawFn, min_participants: int = 0, max_participants: int = 12) -> Case:
    """One alliance that answers one call."""
    scheme, call = draw(st.sampled_from(BOOKS))
    size = draw(st.integers(min_participants, max_participants))
    facts = [draw(participants(n, scheme, call)) for n in range(size)]
    return Case.model_validate(
        {
            "scheme": scheme,
            "call": call,
            "project": {
                "duration_months": draw(st.sampled_from([None, 0, 12, 24, 30, 36])),
                "grant": draw(st.sampled_from([None, 0, "700000", "700000.01", 1_000_000, 1_500_000])),
                "aims": draw(st.sampled_from([None, (), ("teaching",), ("teaching", "teaching")])),
            },
            "participants": facts,
            "links": draw(links([p["id"] for p in facts])),
        }
    )
