"""Whom an alliance cannot afford to lose, against taking each away by hand."""

from hypothesis import given, settings
from tests.scheme.build import alliance
from tests.scheme.strategies import cases

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.repair.resilience import losses, robust
from samverk.scheme.values import Outcome

SPARE = (
    {"id": "spare uni", "category": "hei", "country": "NO"},
    {"id": "spare lab", "category": "enterprise", "country": "NO"},
)


def test_the_smallest_alliance_can_lose_nobody() -> None:
    book = open_book("knowledge-alliances", "2020")
    found = losses(alliance(), book)
    assert {loss.outcome for loss in found} == {Outcome.NOT_MET}
    assert found[2][:3] == ("works", Outcome.NOT_MET, ("consortium.organisations", "consortium.enterprises"))


def test_with_one_more_of_each_nobody_is_missed_if_somebody_else_coordinates() -> None:
    book = open_book("knowledge-alliances", "2020")
    found = losses(alliance(*SPARE), book)
    assert {loss.outcome for loss in found} == {Outcome.MET}
    assert [(loss.participant, loss.successor) for loss in found if loss.successor] == [("uni", "college")]
    assert robust(alliance(*SPARE), book)


def test_an_alliance_that_cannot_apply_is_not_robust() -> None:
    assert not robust(alliance(lab=None), open_book("knowledge-alliances", "2020"))


@settings(max_examples=20, deadline=None)
@given(cases(max_participants=8))
def test_it_is_the_best_that_the_check_says_without_them(case: Case) -> None:
    book = open_book(case.scheme, case.call)
    for index, (gone, loss) in enumerate(zip(case.participants, losses(case, book), strict=True)):
        left = (*case.participants[:index], *case.participants[index + 1 :])
        ways = [left]
        if gone.coordinator and left and not any(p.coordinator for p in left):
            ways = [tuple(p.model_copy(update={"coordinator": p is one}) for p in left) for one in left]
        outcomes = {check(case.model_copy(update={"participants": way}), book).outcome for way in ways}
        assert (loss.outcome is Outcome.MET) == (Outcome.MET in outcomes)
        assert loss.outcome in outcomes
