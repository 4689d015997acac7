"""The repair reading against a search that knows nothing: the same cost, and as few facts asked for."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scheme.repair.oracle import cheapest
from tests.scheme.strategies import BOOKS, cases, links

from samverk.scheme.book import open_book
from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind, open_repairs
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.repair import Repair, apply, repair
from samverk.scheme.values import Category, Outcome, Role

SMALL = {
    "consortium.organisations": 3,
    "consortium.countries": 2,
    "consortium.heis": 1,
    "consortium.enterprises": 1,
    "consortium.labour_market": 1,
    "consortium.education": 2,
    "consortium.vet_providers": 1,
}
DEAREST = 6
"""What the search gives up at."""

ELIGIBLE = [("p0", Category.HEI, "SE"), ("p1", Category.VET, "FI"), ("p2", Category.ENTERPRISE, "DE")]
"""The smallest alliance by the small books. What goes wrong with it is up to chance."""

WRONG = {
    "country": [None, "SE", "FI", "BY", "RS"],
    "role": [None, Role.ASSOCIATED],
    "category": [None, Category.CONSULTANCY, Category.PUBLIC, Category.HEI],
    "coordinator": [None, True, False],
    "charter": [None, False],
    "role_stated": [None, False],
    "added_value": [None, False],
    "experience": [None, False],
    "grant": [None, 100_000],
}


@cache
def small(scheme: str, call: str) -> Book:
    """The book with smaller numbers, so that everything can be tried."""
    book = open_book(scheme, call)
    rules = [
        rule.model_copy(update={"at_least": SMALL[rule.id]}) if rule.id in SMALL else rule
        for rule in book.eligibility.rule
    ]
    given = {name: getattr(book, name) for name in Book.model_fields}
    return Book(**given | {"eligibility": book.eligibility.model_copy(update={"rule": tuple(rules)})})


@st.composite
def gone_wrong(draw: st.DrawFn) -> Case:
    """An eligible alliance of which up to three facts are changed, and from which somebody may be missing."""
    scheme, call = draw(st.sampled_from(BOOKS))
    favour = {"charter": True, "grant": 0, "role_stated": True, "added_value": True, "experience": True}
    facts = {
        key: {"id": key, "category": c, "country": code, "role": Role.FULL, "coordinator": key == "p0"} | favour
        for key, c, code in ELIGIBLE
    }
    for key in draw(st.lists(st.sampled_from([*facts]), max_size=3)):
        field = draw(st.sampled_from([*WRONG]))
        facts[key][field] = draw(st.sampled_from(WRONG[field]))
    for key in draw(st.lists(st.sampled_from([*facts]), max_size=1)):
        del facts[key]
    project = {
        "duration_months": draw(st.sampled_from([24, 24, 36, 12, None])),
        "grant": draw(st.sampled_from([700_000, 700_000, 900_000, 2_000_000, None])),
        "aims": draw(st.sampled_from([("teaching",), ("teaching",), (), None])),
    }
    control = draw(st.just([]) | links([*facts]))
    about = {"scheme": scheme, "call": call, "project": project}
    return Case.model_validate(about | {"participants": [*facts.values()], "links": control})


@settings(max_examples=12, deadline=None)
@given(gone_wrong())
def test_the_cost_is_the_least_there_is(case: Case) -> None:
    book, costs = small(case.scheme, case.call), open_repairs(case.scheme)
    found = repair(case, book, costs, most=1).optima[0]
    wanted = cheapest(case, book, costs, DEAREST)
    if wanted is None:
        assert found.cost > DEAREST
    else:
        assert (found.cost, _told(found)) == wanted


def _told(found: Repair) -> int:
    told = [edit for edit in found.edits if edit.kind is Kind.TELL]
    return sum(len(edit.value) if edit.field == "coordinator" else 1 for edit in told)


@settings(max_examples=10, deadline=None)
@given(cases(max_participants=12), st.data())
def test_whoever_repairs_is_eligible(case: Case, data: st.DataObject) -> None:
    book, costs = open_book(case.scheme, case.call), open_repairs(case.scheme)
    repaired = repair(case, book, costs)
    assert repaired.optima
    for one in repaired.optima:
        after = apply(case, one.edits, book)
        assert check(after, book).outcome is Outcome.MET
        assert one.cost == sum(edit.cost for edit in one.edits) == repaired.optima[0].cost
