"""One change to an eligible alliance turns exactly the rules that it should."""

import pytest

from samverk.scheme.facts import Case
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import LeftOut, Missing

from .build import ALLIANCE, alliance, broken, case, judged, unknown, with_links, with_project

ABROAD = {"id": "abroad", "category": "hei", "country": "CH", "charter": None, "added_value": True}
HELPER = {"id": "helper", "category": "public", "country": "NO", "role": "associated", "role_stated": True, "grant": 0}
LED = {"coordinator.full_partner", "coordinator.programme_country"}
ADVISER = {"id": "adviser", "category": "consultancy", "country": "NO", "experience": True}


def test_smallest_alliance_is_eligible() -> None:
    verdict = judged(alliance())
    assert verdict.outcome is Outcome.MET
    assert set(verdict.outcomes().values()) == {Outcome.MET, Outcome.NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        (alliance(town=None), {"consortium.organisations"}),
        (alliance(town={"country": "CH", "added_value": True}), {"consortium.organisations"}),
        (alliance(town={"role": "associated", "role_stated": True, "grant": 0}), {"consortium.organisations"}),
        (alliance(college={"country": "SE"}, institute={"country": "DE"}), {"consortium.countries"}),
        (alliance(college={"category": "research", "charter": None}), {"consortium.heis"}),
        (alliance(lab={"category": "association"}), {"consortium.enterprises"}),
        (alliance(**{p["id"]: {"coordinator": False} for p in ALLIANCE}), {"coordinator.one"}),
        (alliance(college={"coordinator": True}), {"coordinator.one"}),
        (alliance(HELPER | {"coordinator": True}, uni={"coordinator": False}), {"coordinator.full_partner"}),
        (alliance(ABROAD | {"coordinator": True}, uni={"coordinator": False}), {"coordinator.programme_country"}),
        (alliance(uni={"charter": False}), {"charter.held"}),
        (
            alliance(uni={"charter": None, "charter_from": "2014-01-01", "charter_until": "2020-02-25"}),
            {"charter.held"},
        ),
        (alliance(HELPER | {"grant": 1}), {"associated.no_grant"}),
        (alliance(HELPER | {"role_stated": False}), {"associated.role_stated"}),
        (alliance(ABROAD | {"added_value": False}), {"partner_country.added_value"}),
        (alliance(ADVISER | {"experience": False}), {"consultancy.experience"}),
        (with_project(alliance(), duration_months=30), {"project.duration"}),
        (with_project(alliance(), grant="700000.01"), {"project.grant"}),
        (with_project(alliance(), duration_months=36, grant="1000000.01"), {"project.grant"}),
        (with_project(alliance(), aims=()), {"project.aims"}),
        (with_links(alliance(), ("works", "lab")), {"consortium.organisations", "consortium.enterprises"}),
        (with_links(alliance(), ("institute", "town")), {"consortium.organisations"}),
    ],
)
def test_one_change_breaks_exactly_these(changed: Case, rules: set[str]) -> None:
    assert broken(changed) == rules


@pytest.mark.parametrize(
    "changed",
    [
        alliance(ABROAD, HELPER, ADVISER),
        alliance(uni={"charter": None, "charter_from": "2014-01-01", "charter_until": "2020-02-26"}),
        alliance(lab={"category": "intermediary", "experience": True}),
        with_project(alliance(), duration_months=36, grant=1_000_000),
    ],
)
def test_still_eligible(changed: Case) -> None:
    assert judged(changed).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        (
            alliance(town={"country": None}),
            {"consortium.organisations", "consortium.together", "partner_country.added_value"},
        ),
        (
            alliance(town={"role": None}),
            {"consortium.organisations", "consortium.together", "associated.no_grant", "associated.role_stated"},
        ),
        (alliance(uni={"coordinator": None}), {"coordinator.one"} | LED),
        (alliance(uni={"charter": None}), {"charter.held"}),
        (alliance(HELPER | {"grant": None}), {"associated.no_grant"}),
        (with_project(alliance(), duration_months=None), {"project.duration", "project.grant"}),
        (with_project(alliance(), aims=None), {"project.aims"}),
    ],
)
def test_missing_facts_leave_exactly_these_open(changed: Case, rules: set[str]) -> None:
    assert unknown(changed) == rules
    assert not broken(changed)
    assert judged(changed).outcome is Outcome.UNKNOWN


def test_a_finding_says_who_counts_who_does_not_and_why() -> None:
    finding = judged(alliance(ABROAD, HELPER)).finding("consortium.organisations")
    assert finding.counted == ("uni", "college", "works", "lab", "institute", "town")
    assert finding.left_out == (
        LeftOut("country_status", ("programme",), ("abroad",)),
        LeftOut("role", ("full",), ("helper",)),
    )
    assert (finding.low, finding.high, finding.required.at_least) == (6, 6, 6)


def test_a_finding_names_the_missing_fact() -> None:
    finding = judged(alliance(town={"country": None})).finding("consortium.organisations")
    assert finding.missing == (Missing("country", ("town",)),)
    assert (finding.low, finding.high) == (5, 6)


def test_linked_organisations_count_once() -> None:
    finding = judged(with_links(alliance(), ("works", "lab"))).finding("consortium.enterprises")
    assert finding.linked == (("works", "lab"),)
    assert finding.low == 1


def test_of_which_needs_one_selection() -> None:
    """A university and its spin-off, twice: each count is met, but together they fill only three of four places."""
    linked = case(
        {"id": "uni", "category": "hei", "country": "SE", "coordinator": True},
        {"id": "spin-off", "category": "enterprise", "country": "SE"},
        {"id": "college", "category": "hei", "country": "FI"},
        {"id": "start-up", "category": "enterprise", "country": "FI"},
        *({"id": f"town-{n}", "category": "public", "country": "DE"} for n in range(4)),
        links=(("uni", "spin-off"), ("college", "start-up")),
    )
    finding = judged(linked).finding("consortium.together")
    assert broken(linked) == {"consortium.together"}
    assert finding.low == finding.high == 4
    assert finding.short_of == ("consortium.heis", "consortium.enterprises")
    assert finding.linked == (("uni", "spin-off"), ("college", "start-up"))


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ((("holding", "works"), ("holding", "lab")), 5),
        ((("owner", "holding"), ("holding", "works"), ("owner", "lab")), 5),
        ((("works", "venture"), ("lab", "venture")), 6),
        ((("works", "venture"), ("lab", "venture"), ("venture", "town")), 4),
        ((("works", "lab"), ("lab", "town")), 4),
    ],
    ids=["same owner", "owner's owner", "joint venture outside", "joint venture inside", "chain"],
)
def test_independence(links: tuple[tuple[str, str], ...], groups: int) -> None:
    assert judged(with_links(alliance(), *links)).finding("consortium.organisations").low == groups


def test_serbia_becomes_a_programme_country_with_the_call_of_2019() -> None:
    changed = alliance(town={"country": "RS", "added_value": True})
    outcomes = {year: broken(changed.model_copy(update={"call": year})) for year in ("2018", "2019")}
    assert outcomes == {"2018": {"consortium.organisations"}, "2019": set()}


def test_codes_of_the_union_are_understood() -> None:
    assert judged(alliance(town={"country": "el"}, institute={"country": "UK"})).outcome is Outcome.MET


def test_an_alliance_of_nobody_has_an_answer() -> None:
    assert "consortium.organisations" in broken(case())
