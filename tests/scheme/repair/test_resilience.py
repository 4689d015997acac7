"""Whom an alliance cannot afford to lose, against taking each away by hand."""

from hypothesis import given, settings
from tests.scheme.build import alliance
from tests.scheme.strategies import cases

from samverk.scheme.book import open_book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.repair.resilience import Loss, losses, robust
from samverk.scheme.values import Outcome

SPARE = (
    {"id": "spare uni", "category": "hei", "country": "NO"},
    {"id": "spare lab", "category": "enterprise", "country": "NO"},
)


def test_the_smallest_alliance_can_lose_nobody() -> None:
    book = open_book("knowledge-alliances", "2020")
    found = losses(alliance(), book)
    assert {loss.outcome for loss in found} == {Outcome.NOT_MET}
    assert found[2] == Loss("works", Outcome.NOT_MET, ("consortium.organisations", "consortium.enterprises"))


def test_with_one_more_of_each_only_the_coordinator_is_missed() -> None:
    book = open_book("knowledge-alliances", "2020")
    missed = [loss for loss in losses(alliance(*SPARE), book) if loss.outcome is not Outcome.MET]
    assert [(loss.participant, loss.outcome) for loss in missed] == [("uni", Outcome.UNKNOWN)]
    assert not robust(alliance(*SPARE), book)


@settings(max_examples=50, deadline=None)
@given(cases(max_participants=8))
def test_it_is_what_the_check_says_without_them(case: Case) -> None:
    book = open_book(case.scheme, case.call)
    for index, loss in enumerate(losses(case, book)):
        left = (*case.participants[:index], *case.participants[index + 1 :])
        assert loss.outcome is check(case.model_copy(update={"participants": left}), book).outcome
