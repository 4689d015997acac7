"""The guide reading: what is said agrees with the data, in both languages, whatever the alliance."""

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.scheme.book import Book, open_book, schemes
from samverk.scheme.casecheck import unknown_countries
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.guide import Explained, cite, explain, explain_rule, scheme_guide, summary
from samverk.scheme.rules import Rule
from samverk.scheme.values import Outcome, Weight

from .build import alliance, with_links, with_project
from .strategies import cases

LANGUAGES = ("sv", "en")
BOOKS = [(scheme, call) for scheme, calls in schemes().items() for call in calls]


def explained(case: Case, rule: str, lang: str = "en") -> Explained:
    book = open_book(case.scheme, case.call)
    return explain(check(case, book).finding(rule), book, case, lang)


def said(one: Explained) -> list[str]:
    return [one.title, one.word, one.headline, one.clause, *one.counted, *one.details, *one.next_steps]


# One finding.


@pytest.mark.parametrize(
    ("lang", "headline", "left_out"),
    [
        (
            "en",
            "4 of 6 independent organisations",
            ("Lab: associated partner", "Town: not in a programme country (Switzerland)"),
        ),
        (
            "sv",
            "4 av 6 oberoende organisationer",
            ("Lab: associerad partner", "Town: finns inte i ett programland (Schweiz)"),
        ),
    ],
)
def test_who_counts_and_who_does_not(lang: str, headline: str, left_out: tuple[str, ...]) -> None:
    one = explained(
        alliance(
            lab={"role": "associated", "name": "Lab"}, town={"country": "CH", "name": "Town"}, uni={"name": "eUni"}
        ),
        "consortium.organisations",
        lang,
    )
    assert one.outcome is Outcome.NOT_MET
    assert one.headline == headline
    assert one.left_out == left_out
    assert one.counted[0] == "eUni"


def test_whoever_has_no_name_is_told_by_kind_and_country() -> None:
    one = explained(
        alliance({"id": "other", "category": "enterprise", "country": "DE"}), "consortium.enterprises", "sv"
    )
    assert one.counted == ("2 företag i Tyskland", "Ett företag i Sverige")
    assert one.headline == "3 oberoende företag, konsultfirmor eller förmedlingsföretag; minst 2 krävs"


def test_a_nameless_organisation_of_no_known_kind_or_country() -> None:
    one = explained(alliance(uni=None, lab={"category": None, "country": None}), "consortium.heis")
    assert one.missing == (
        "We do not know which country an organisation is in.",
        "We do not know what kind of organisation an organisation takes part as.",
    )


def test_missing_facts_are_named() -> None:
    one = explained(alliance(lab={"country": None, "name": "Lab"}), "consortium.organisations", "sv")
    assert one.outcome is Outcome.UNKNOWN
    assert one.headline == "5 av 6 oberoende organisationer hittills; det kan bli 6 när alla uppgifter är kända"
    assert one.missing == ("Vi vet inte vilket land Lab finns i.",)


def test_a_country_whose_standing_the_book_does_not_tell_is_not_called_missing() -> None:
    one = explained(alliance(lab={"country": "AQ", "name": "Lab"}), "consortium.organisations")
    assert one.missing == (
        "We do not know whether Antarctica was a programme country when the call closed. That concerns Lab.",
    )


def test_linked_organisations_are_named_as_one() -> None:
    one = explained(
        with_links(alliance(uni={"name": "Uni"}, lab={"name": "Lab"}), ("uni", "lab")), "consortium.organisations"
    )
    assert one.headline == "5 of 6 independent organisations"
    assert one.linked == ("They count as one because of who controls whom: Uni and Lab.",)


def test_a_selection_tells_which_demands_clash() -> None:
    linked = with_links(alliance({"id": "more", "category": "other", "country": "SE"}), ("uni", "lab"))
    one = explained(linked, "consortium.together")
    assert one.outcome is Outcome.NOT_MET
    assert one.headline == "5 of 6 places can be filled at once"
    assert "Enterprises" in one.short_of and "Higher education institutions" in one.short_of


@pytest.mark.parametrize(
    ("lang", "headline", "counted"),
    [
        ("en", "1 higher education institution lacks the Erasmus Charter", ("A university in Sweden",)),
        ("sv", "1 lärosäte saknar Erasmusstadgan", ("Ett lärosäte i Sverige",)),
    ],
)
def test_those_who_break_a_rule_are_named(lang: str, headline: str, counted: tuple[str, ...]) -> None:
    one = explained(alliance(uni={"charter": False}), "charter.held", lang)
    assert one.breaks
    assert (one.headline, one.counted) == (headline, counted)


def test_nobody_breaks_the_rule() -> None:
    assert explained(alliance(), "charter.held", "sv").headline == "Inget lärosäte saknar Erasmusstadgan"


def test_a_rule_that_has_nothing_to_apply_to() -> None:
    one = explained(alliance(), "consultancy.experience", "sv")
    assert one.headline == "Alliansen har ingen konsultfirma och inget förmedlingsföretag"
    assert one.next_steps == ()


def test_only_those_who_get_money_break_the_rule_on_money() -> None:
    two = alliance(lab={"role": "associated", "grant": 5000}, town={"role": "associated", "grant": 0})
    one = explained(two, "associated.no_grant", "sv")
    assert one.headline == "5\N{NBSP}000 euro till associerade partner; inget är tillåtet"
    assert one.counted == ("Ett företag i Sverige",)


@pytest.mark.parametrize(
    ("facts", "headline"),
    [
        ({"duration_months": 30}, "No limit is set for 30 months"),
        ({"grant": 800_000}, "EUR 800,000; at most EUR 700,000 allowed"),
        ({"grant": "700000.01"}, "EUR 700,000.01; at most EUR 700,000 allowed"),
        ({"grant": 800_000, "duration_months": 36}, "EUR 800,000"),
        ({"grant": None}, "Not stated yet; at most EUR 700,000 allowed"),
        ({"duration_months": None}, "EUR 700,000; the limit depends on how long the project lasts"),
    ],
)
def test_the_grant_and_its_limit(facts: dict[str, Any], headline: str) -> None:
    assert explained(with_project(alliance(), **facts), "project.grant").headline == headline


def test_an_association_is_told_that_it_may_act_as_an_enterprise() -> None:
    groups = alliance(
        works={"category": "association", "name": "LAG 5"}, lab={"category": "association", "name": "LAG 6"}
    )
    one = explained(groups, "consortium.enterprises", "sv")
    who, _, how = one.next_steps[1].partition(" kan räknas med om de deltar som företag")
    assert who == "LAG 5, LAG 6, ett forskningsinstitut i Finland och ett offentligt organ i Tyskland"
    assert how


def test_neither_a_university_nor_an_associated_partner_is_told_so() -> None:
    others = {"institute": {"category": "hei"}, "town": {"category": "school"}}
    one = explained(alliance(lab={"role": "associated", "category": "association"}, **others), "consortium.enterprises")
    assert one.outcome is Outcome.NOT_MET
    assert len(one.next_steps) == 1


def test_what_is_well_asks_for_nothing() -> None:
    book = open_book("knowledge-alliances", "2020")
    for finding in check(alliance(), book).findings:
        assert explain(finding, book, alliance(), "en").next_steps == ()


def test_sources_are_resolved() -> None:
    book = open_book("knowledge-alliances", "2020")
    [cited] = cite(("GA19 p.7",), book, "en")
    assert cited.line == "Guide for Applicants, Knowledge Alliances, call 2019 (EACEA), p.7"
    [whole] = cite(("GUIDE",), book, "sv")
    assert whole.line == whole.title


def test_a_source_is_told_once_with_all_its_places() -> None:
    book = open_book("knowledge-alliances", "2020")
    [cited] = cite(("SEED S3", "SEED S4"), book, "sv")
    assert cited.place == "S3, S4"


# The whole verdict.


@pytest.mark.parametrize(
    ("changed", "starts"),
    [
        (alliance(), "Alliansen kan söka"),
        (alliance(lab=None), "Alliansen kan inte söka än. "),
        (alliance(lab={"country": None}), "Det går inte att säga än"),
    ],
)
def test_summary(changed: Case, starts: str) -> None:
    book = open_book(changed.scheme, changed.call)
    assert summary(check(changed, book), book, "sv").startswith(starts)


def test_a_warning_is_told_apart() -> None:
    book = weakened(open_book("knowledge-alliances", "2020"), "charter.held")
    text = summary(check(alliance(uni={"charter": False}), book), book, "en")
    assert text.startswith("The alliance can apply")
    assert text.endswith("One warning does not stop the application: The Erasmus Charter.")


def weakened(book: Book, rule: str) -> Book:
    rules = tuple(r.model_copy(update={"weight": Weight.WARNS}) if r.id == rule else r for r in book.eligibility.rule)
    return changed_book(book, eligibility=book.eligibility.model_copy(update={"rule": rules}))


def changed_book(book: Book, **changes: Any) -> Book:
    """The book anew, so that nothing it worked out before is kept."""
    return Book(**{field: getattr(book, field) for field in Book.model_fields} | changes)


# Rules in plain words, from their data.


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("scheme", "call"), BOOKS)
def test_another_number_makes_another_sentence(scheme: str, call: str, lang: str) -> None:
    book = open_book(scheme, call)
    numbered = [rule for rule in book.rules.values() if rule.at_least or rule.one_of]
    assert numbered
    for rule in numbered:
        before, after = explain_rule(rule, book, lang), explain_rule(changed(rule), book, lang)
        assert before != after
        assert "97" in after and "97" not in before


def changed(rule: Rule) -> Rule:
    update = {"one_of": (97, 98)} if rule.one_of else {"at_least": 97, "at_most": rule.at_most and 97}
    return rule.model_copy(update=update)


@pytest.mark.parametrize(
    ("update", "sentence"),
    [
        (
            {},
            "Every higher education institution that is a full partner in a programme country must hold",
        ),
        (
            {"at_most": 2},
            "at most 2 higher education institutions that are full partners in programme countries without",
        ),
        ({"weight": Weight.WARNS}, "This is only a warning and does not stop the application."),
        ({"when": {"coordinator": (True,)}}, "This applies if the alliance has coordinators."),
        ({"when": {}}, "No organisation may "),
    ],
)
def test_a_rule_says_its_data(update: dict[str, Any], sentence: str) -> None:
    book = open_book("knowledge-alliances", "2020")
    assert sentence in explain_rule(book.rules["charter.held"].model_copy(update=update), book, "en")


def test_every_rule_says_something_of_its_own() -> None:
    for scheme, call in BOOKS:
        book = open_book(scheme, call)
        for lang in LANGUAGES:
            sentences = [explain_rule(rule, book, lang) for rule in book.rules.values()]
            assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("scheme", "call"), BOOKS)
def test_the_guide_has_every_section_and_rule_in_order(scheme: str, call: str, lang: str) -> None:
    book = open_book(scheme, call)
    guide = scheme_guide(book, lang)
    assert [part.key for part in guide.about] == list(book.texts[lang].about)
    assert [rule.rule for rule in guide.rules] == [rule.id for rule in book.eligibility.rule]
    assert all(part.sources for part in guide.about) and all(rule.sources for rule in guide.rules)


# Whatever the alliance.


@given(cases(), st.sampled_from(LANGUAGES))
def test_every_finding_is_told_whole(case: Case, lang: str) -> None:
    book = open_book(case.scheme, case.call)
    verdict = check(case, book)
    for finding in verdict.findings:
        told = said(explain(finding, book, case, lang))
        assert all(
            text and text == text.strip() and not re.search(r"[{}]|None|\bTrue\b|\bFalse\b|  ", text) for text in told
        )
    assert not re.search(r"[{}]", summary(verdict, book, lang))


@given(cases())
def test_an_unknown_finding_says_what_is_missing_or_what_it_waits_for(case: Case) -> None:
    book = open_book(case.scheme, case.call)
    for finding in check(case, book).findings:
        one = explain(finding, book, case, "en")
        assert bool(one.missing) == bool(finding.missing)
        assert bool(one.next_steps) == (one.outcome in (Outcome.UNKNOWN, Outcome.NOT_MET))


@given(cases())
def test_the_counted_number_is_in_the_headline(case: Case) -> None:
    book = open_book(case.scheme, case.call)
    for finding in check(case, book).findings:
        rule = book.rules[finding.rule]
        if rule.at_least and finding.low is not None:
            headline = explain(finding, book, case, "en").headline
            assert str(finding.low) in headline


@given(cases(min_participants=1))
def test_a_country_that_no_book_has_is_found_where_it_stands(case: Case) -> None:
    book = open_book(case.scheme, case.call)
    assert unknown_countries(case, book) == ()
    first, *others = case.participants
    lost = case.model_copy(update={"participants": (*others, first.model_copy(update={"country": "QQ"}))})
    [problem] = unknown_countries(lost, book)
    assert (problem.code, problem.key, problem.about) == (
        "unknown_country",
        f"participants[{len(others) + 1}].country",
        "QQ",
    )


# Every measure with every outcome, the rare shapes of rules among them.


RARE: list[dict[str, Any]] = [
    {"measure": "count", "where": {"category": "hei"}, "at_least": 1, "at_most": 3, "unit": "organisations"},
    {"measure": "count", "where": {"role": ["full", "associated"]}, "one_of": [2, 4], "unit": "organisations"},
    {"measure": "count", "where": {"coordinator": False}, "at_most": 5, "unit": "organisations"},
    {"measure": "count", "where": {"category": "other"}, "at_most": 0, "unit": "organisations"},
    {"measure": "distinct", "of": "country", "where": {}, "at_most": 2, "unit": "countries"},
    {"measure": "distinct", "of": "country", "where": {"country": ["SE", "FI"]}, "at_least": 2, "unit": "countries"},
    {"measure": "sum", "of": "grant", "where": {"role": "full"}, "at_most": 1000, "unit": "EUR"},
    {"measure": "sum", "of": "grant", "at_least": 10, "unit": "EUR"},
    {"measure": "value", "of": "grant", "at_least": 5, "at_most": 10, "unit": "EUR"},
    {"measure": "value", "of": "aims", "at_most": {"by": "aims", "values": {1: 1}}, "unit": "aims"},
]


@given(st.sampled_from(RARE), cases())
def test_rules_of_any_shape_are_told(data: dict[str, Any], case: Case) -> None:
    rule = Rule.model_validate({"id": "rare.rule", "source": ("SEED S7",), **data})
    book = with_rule(open_book(case.scheme, case.call), rule)
    finding = check(case, book).finding(rule.id)
    for lang in LANGUAGES:
        told = [*said(explain(finding, book, case, lang)), explain_rule(rule, book, lang)]
        assert all(text and not re.search(r"[{}]|None|\bTrue\b|\bFalse\b|  ", text) for text in told)


def with_rule(book: Book, rule: Rule) -> Book:
    """The book with one rule more, worded as its first."""
    eligibility = book.eligibility.model_copy(update={"rule": (*book.eligibility.rule, rule)})
    texts = {
        lang: one.model_copy(update={"rules": one.rules | {rule.id: next(iter(one.rules.values()))}})
        for lang, one in book.texts.items()
    }
    return changed_book(book, eligibility=eligibility, texts=texts)


def test_decimals_of_one_sum() -> None:
    two = alliance(lab={"role": "associated", "grant": Decimal("0.10")})
    assert explained(two, "associated.no_grant").headline == "EUR 0.10 for associated partners; none allowed"
