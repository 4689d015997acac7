"""The worked examples come out as they say, and every rule has one that meets it and one that breaks it."""

import pytest

from samverk.scheme.book import open_book, schemes
from samverk.scheme.book.cases import Examples, Worked, case_of, examples
from samverk.scheme.check import check
from samverk.scheme.document import DocumentError, read
from samverk.scheme.values import Outcome

WORKED = [worked for scheme in schemes() for worked in examples(scheme)]
OPEN = (Outcome.NOT_MET, Outcome.UNKNOWN)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_example_comes_out_as_it_says(worked: Worked) -> None:
    outcomes = check(worked.case, open_book(worked.case.scheme, worked.case.call)).outcomes()
    expected = worked.example.expect
    assert {rule: outcomes[rule] for rule in expected} == expected
    assert {rule for rule, outcome in outcomes.items() if outcome in OPEN} == {
        rule for rule, outcome in expected.items() if outcome in OPEN
    }


@pytest.mark.parametrize("scheme", schemes())
def test_every_rule_is_met_and_broken_by_an_example(scheme: str) -> None:
    shown = {
        (rule, outcome)
        for worked in WORKED
        if worked.case.scheme == scheme
        for rule, outcome in worked.example.expect.items()
    }
    rules = open_book(scheme, schemes()[scheme][-1]).rules
    assert {(rule, o) for rule in rules for o in (Outcome.MET, Outcome.NOT_MET)} <= shown


@pytest.mark.parametrize("scheme", schemes())
def test_some_example_is_unknown_and_one_breaks_the_selection_alone(scheme: str) -> None:
    expected = [worked.example.expect for worked in WORKED if worked.case.scheme == scheme]
    assert any(Outcome.UNKNOWN in e.values() for e in expected)
    assert any(
        e.get("consortium.together") is Outcome.NOT_MET and e["consortium.organisations"] is Outcome.MET
        for e in expected
    )


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: worked.name)
def test_title_is_one_sentence_in_each_language(worked: Worked) -> None:
    title = worked.example.title
    assert set(title) == {"sv", "en"}
    assert title["sv"] != title["en"]
    assert all(t.endswith(".") and t.count(". ") == 0 for t in title.values())


def test_an_example_about_nobody_is_told() -> None:
    start = WORKED[0].case
    nobody = WORKED[0].example.model_copy(update={"without": ("nobody",)})
    with pytest.raises(DocumentError, match="not_allowed nobody"):
        case_of(start, nobody, "consortium.toml 1")


def test_an_example_that_says_more_than_its_file_may_is_told() -> None:
    with pytest.raises(DocumentError) as caught:
        read(Examples, '[[example]]\ntitle.sv = "a"\nexpekt = { a = "met" }\n', "consortium.toml")
    assert {("unknown_key", 3), ("missing", 1)} <= {(p.code, p.line) for p in caught.value.problems}
