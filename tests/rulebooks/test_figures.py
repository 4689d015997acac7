"""Criteria, unit costs, budget, form, life of the grant, closing days: as they were read."""

import csv
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from samverk.scheme.book import open_book, schemes
from samverk.scheme.book.award import Award
from samverk.scheme.book.costs import Budget, Rates, Staff, Traveller
from samverk.scheme.book.form import Form
from samverk.scheme.book.grant import Grant
from samverk.scheme.book.parts import open_parts
from samverk.scheme.rules import Lookup
from samverk.scheme.values import Certainty

BRUSSELS = ZoneInfo("Europe/Brussels")
SURE, TOLD, UNSURE = Certainty.CONFIRMED, Certainty.REPORTED, Certainty.UNCONFIRMED


def award_of(scheme: str) -> Award:
    award = open_parts(scheme, schemes()[scheme][-1]).award
    assert award
    return award


@pytest.fixture(scope="module")
def budget() -> Budget:
    found = open_parts("knowledge-alliances", "2020").budget
    assert found
    return found


@pytest.fixture(scope="module")
def rates() -> Rates:
    found = open_parts("knowledge-alliances", "2020").rates
    assert found
    return found


@pytest.fixture(scope="module")
def form() -> Form:
    found = open_parts("knowledge-alliances", "2020").form
    assert found
    return found


@pytest.fixture(scope="module")
def grant() -> Grant:
    found = open_parts("knowledge-alliances", "2020").grant
    assert found
    return found


@pytest.mark.parametrize(
    ("scheme", "points"),
    [
        ("knowledge-alliances", {"relevance": (25, 13), "design": (25, 13), "team": (30, 16), "impact": (20, 11)}),
        (
            "alliances-for-innovation",
            {"relevance": (25, 13), "design": (30, 16), "partnership": (25, 13), "impact": (20, 11)},
        ),
    ],
)
def test_criteria_make_a_hundred_points_and_seventy_are_needed(scheme: str, points: dict[str, tuple[int, int]]) -> None:
    award = award_of(scheme)
    assert {c.id: (c.maximum, c.minimum) for c in award.criterion} == points
    assert (award.maximum, award.minimum.value) == (100, 70)


def test_criteria_of_todays_scheme_are_unconfirmed() -> None:
    award = award_of("alliances-for-innovation")
    assert {award.minimum.certainty, *(c.certainty for c in award.criterion)} == {UNSURE}


@pytest.mark.parametrize(
    ("criterion", "score", "band"),
    [
        ("team", "26", "very_good"),
        ("team", "25.5", "good"),
        ("team", "15", "fair"),
        ("team", "14.5", "weak"),
        ("impact", "10", "fair"),
        ("impact", "0", "weak"),
        ("design", "18", "good"),
        ("relevance", "25", "very_good"),
    ],
)
def test_a_score_has_its_word(criterion: str, score: str, band: str) -> None:
    found = next(c for c in award_of("knowledge-alliances").criterion if c.id == criterion)
    assert found.band(Decimal(score)) == band


def test_scores_go_by_whole_points_alone_and_half_points_together() -> None:
    award = award_of("knowledge-alliances")
    assert award.individual_step and award.individual_step.value == 1
    assert award.consolidated_step and award.consolidated_step.value == Decimal("0.5")
    assert award.third_above and award.third_above.value == 30
    assert award.assessments and award.assessments.value == 2


def test_day_rates_are_those_of_the_official_workbook(rates: Rates, shared_data: Path) -> None:
    with (shared_data / "facts/scheme-rates-2020.csv").open(encoding="utf-8") as lines:
        official = {
            (int(row["rate_group"]), kind): int(row[kind]) for row in csv.DictReader(lines) for kind in map(str, Staff)
        }
    ours = {(group, str(kind)): rate for group, kinds in rates.day_rates.group.items() for kind, rate in kinds.items()}
    assert ours == official


def test_day_rates_fall_from_group_to_group_and_from_kind_to_kind(rates: Rates) -> None:
    table = [[rates.day_rates.group[group][kind] for kind in Staff] for group in (1, 2, 3, 4)]
    assert table[0] == [353, 289, 228, 189]
    assert all(row == sorted(row, reverse=True) for row in [*table, *map(list, zip(*table, strict=True))])


def test_mobility_is_paid_by_distance_and_by_day(rates: Rates) -> None:
    assert [(t.from_km, t.until_km, t.value) for t in rates.travel] == [(100, 1999, 275), (2000, 19999, 360)]
    stays = {who: [(s.from_day, s.until_day, s.value) for s in rates.subsistence if s.who is who] for who in Traveller}
    assert stays == {
        Traveller.STAFF: [(1, 14, 100), (15, 60, 70)],
        Traveller.LEARNER: [(1, 14, 55), (15, 60, 40)],
    }


def test_budget_has_two_headings_under_the_ceiling_of_the_rule(budget: Budget) -> None:
    ceiling = open_book("knowledge-alliances", "2020").rules[budget.ceiling].at_most
    assert isinstance(ceiling, Lookup)
    assert (ceiling.by, ceiling.values) == ("duration_months", {24: 700_000, 36: 1_000_000})
    assert [(h.id, h.optional) for h in budget.heading] == [("implementation", False), ("mobility", True)]
    assert (budget.day_step.value, budget.trip_step.value) == (Decimal("0.5"), 1)
    assert [s.id for s in budget.staff] == list(Staff)


def test_form_has_the_official_limits(form: Form) -> None:
    limits = {q.id: q.at_most for q in form.question}
    assert (limits["cover.acronym"], limits["cover.summary"], limits["design.management"]) == (7, 2000, 5000)
    assert {q.section for q in form.question if q.binding} == {"cover"}
    assert {q.at_most for q in form.question} == {None, 7, 500, 1500, 2000, 2500, 3000, 5000}
    assert len(form.work_packages.required) == 6


def test_form_weighs_in_every_criterion(form: Form) -> None:
    assert {s.criterion for s in form.section} - {None} == {c.id for c in award_of("knowledge-alliances").criterion}


def test_questions_stand_once_and_in_the_order_of_their_sections(form: Form) -> None:
    ids = [q.id for q in form.question]
    assert len(set(ids)) == len(ids)
    sections = [s.id for s in form.section]
    order = [sections.index(q.section) for q in form.question]
    assert order == sorted(order)
    assert set(order) == set(range(len(sections)))
    assert all(q.id.startswith(f"{q.section}.") for q in form.question)


def test_grant_is_prolonged_by_six_months_without_more_money(grant: Grant) -> None:
    assert (grant.extension.at_most, grant.extension.unit, grant.extension.more_grant) == (6, "months", False)
    assert grant.extension.certainty is SURE


def test_what_was_not_read_of_the_grant_says_so(grant: Grant) -> None:
    unread = [*grant.payment, *grant.reduction, grant.audit, grant.publicity_cut]
    assert {figure.certainty for figure in unread} == {UNSURE}
    assert [(r.below, r.cut) for r in grant.reduction] == [(20, 75), (30, 55), (40, 35), (50, 25)]


@pytest.mark.parametrize(
    ("call", "instant", "certainty"),
    [
        ("2014", (2014, 4, 3, 23, 59), UNSURE),
        ("2015", (2015, 2, 26, 23, 59), TOLD),
        ("2016", (2016, 2, 26, 23, 59), UNSURE),
        ("2017", (2017, 2, 28, 23, 59), TOLD),
        ("2018", (2018, 2, 28, 12, 0), TOLD),
        ("2019", (2019, 2, 28, 12, 0), SURE),
        ("2020", (2020, 2, 26, 17, 0), SURE),
    ],
)
def test_calls_closed_in_brussels_time(call: str, instant: tuple[int, ...], certainty: Certainty) -> None:
    deadline = open_book("knowledge-alliances", call).terms.deadline
    assert deadline.instant.replace(second=0, microsecond=0) == datetime(*instant, tzinfo=BRUSSELS)  # type: ignore[misc]
    assert deadline.certainty is certainty


@pytest.mark.parametrize(("scheme", "call"), [(s, c) for s, calls in schemes().items() for c in calls])
def test_call_and_its_parts_are_of_their_time(scheme: str, call: str) -> None:
    book, parts = open_book(scheme, call), open_parts(scheme, call)
    day = book.terms.deadline.day
    assert str(book.terms.year) == str(day.year) == call
    pinned = {"countries": book.countries, "eligibility": book.eligibility, **parts._asdict()}
    outside = {
        name for name, part in pinned.items() if part and not part.valid_from <= day <= (part.valid_until or day)
    }
    assert outside == set(book.terms.assumed)
    assert not book.terms.starts or all(start > day for start in book.terms.starts.days)
