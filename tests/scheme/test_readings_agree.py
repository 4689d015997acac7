"""What must hold of a verdict whatever the alliance, found by random search."""

from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from samverk.scheme.book import open_book
from samverk.scheme.book.model import Book
from samverk.scheme.check import check
from samverk.scheme.columns import Columns
from samverk.scheme.facts import Case, Link, Participant
from samverk.scheme.values import Category, Outcome

from .strategies import cases

DECIDED = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_APPLICABLE)


def book_of(case: Case) -> Book:
    return open_book(case.scheme, case.call)


@given(cases(), st.data())
def test_learning_a_fact_changes_only_unknown_findings(case: Case, data: st.DataObject) -> None:
    learnt = data.draw(completed(case))
    before, after = (check(c, book_of(c)).outcomes() for c in (case, learnt))
    assert {rule: after[rule] for rule, outcome in before.items() if outcome in DECIDED} == {
        rule: outcome for rule, outcome in before.items() if outcome in DECIDED
    }


@given(cases(), st.data())
def test_with_every_fact_known_nothing_is_unknown(case: Case, data: st.DataObject) -> None:
    learnt = data.draw(completed(case, everything=True))
    assert Outcome.UNKNOWN not in check(learnt, book_of(learnt)).outcomes().values()


@given(cases(), st.randoms(use_true_random=False))
def test_order_changes_nothing(case: Case, random: Any) -> None:
    shuffled = list(case.participants)
    random.shuffle(shuffled)
    other = case.model_copy(update={"participants": tuple(shuffled)})
    assert check(case, book_of(case)).outcomes() == check(other, book_of(case)).outcomes()


@given(cases())
def test_renaming_changes_nothing(case: Case) -> None:
    names = {p.id: f"organisation {n}" for n, p in enumerate(case.participants)}
    renamed = case.model_copy(
        update={
            "participants": tuple(p.model_copy(update={"id": names[p.id]}) for p in case.participants),
            "links": tuple(
                Link(controller=names.get(k.controller, k.controller), controlled=names.get(k.controlled, k.controlled))
                for k in case.links
            ),
        }
    )
    assert check(case, book_of(case)).outcomes() == check(renamed, book_of(case)).outcomes()


@given(cases())
def test_whoever_counts_and_whoever_is_left_out_are_different(case: Case) -> None:
    for finding in check(case, book_of(case)).findings:
        for left_out in finding.left_out:
            assert not set(finding.counted) & set(left_out.participants)


@given(cases(max_participants=7), st.data())
def test_selection_agrees_with_trying_everything(case: Case, data: st.DataObject) -> None:
    """Hall's condition against brute force: give each place an organisation, no two of one group."""
    known = data.draw(completed(case, everything=True))
    book = book_of(known)
    for rule in book.selections:
        found = check(known, book).finding(rule)
        if found.low is not None:
            assert found.low == most_seated(known, book, rule)


def most_seated(case: Case, book: Book, rule: str) -> int:
    """Fills the places one by one in every way there is."""
    columns = Columns(case, book)
    groups = columns.column("independent_group")
    wanted = [
        {groups[i] for i in range(len(groups)) if columns.where(place.where).sure >> i & 1}
        for place in book.selections[rule].places
        for _ in range(place.demand)
    ]

    @cache
    def best(place: int, taken: frozenset[int]) -> int:
        if place == len(wanted):
            return 0
        seated = (1 + best(place + 1, taken | {group}) for group in wanted[place] - taken)
        return max([best(place + 1, taken), *seated])

    return best(0, frozenset())


@st.composite
def completed(draw: st.DrawFn, case: Case, everything: bool = False) -> Case:
    """The case with some, or all, of its missing facts filled in at random."""
    led = any(p.coordinator for p in case.participants)
    participants = tuple(draw(filled(p, case, everything, led)) for p in case.participants)
    project = case.project.model_dump()
    for field, values in {
        "duration_months": [12, 24, 30, 36],
        "grant": [0, 700_000, 2_000_000],
        "aims": [(), ("a",)],
    }.items():
        if project[field] is None and (everything or draw(st.booleans())):
            project[field] = draw(st.sampled_from(values))
    return Case.model_validate(case.model_dump() | {"project": project, "participants": participants})


@st.composite
def filled(draw: st.DrawFn, participant: Participant, case: Case, everything: bool, led: bool) -> Participant:
    codes = sorted(book_of(case).countries.country)
    either = st.booleans()
    values: dict[str, st.SearchStrategy[Any]] = {
        "country": st.sampled_from(codes),
        "role": st.sampled_from(["full", "associated"]),
        "category": st.sampled_from(list(Category)),
        "grant": st.integers(0, 10**6),
        # Once somebody leads, whoever is not named does not: that is no missing fact.
        "coordinator": st.just(False) if led else either,
    } | dict.fromkeys(("charter", "role_stated", "added_value", "experience"), either)
    if participant.charter_from is not None:
        values.pop("charter")
    missing = [field for field in values if getattr(participant, field) is None]
    learnt = {field: draw(values[field]) for field in missing if everything or draw(st.booleans())}
    return Participant.model_validate(participant.model_dump() | learnt)
