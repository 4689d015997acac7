"""Real alliances, funded or of another scheme, are judged right by their published facts."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from samverk.scheme.book import open_book
from samverk.scheme.book.load import ROOT
from samverk.scheme.check import check
from samverk.scheme.document import read
from samverk.scheme.facts import Case
from samverk.scheme.values import Outcome

EXAMPLES = sorted(ROOT.glob("erasmus-plus/knowledge-alliances/examples/*.toml"))
LOCAL_ACTION_GROUPS = {"ajdeao", "lag-5", "lag-ammersee", "kaunas-district-lag", "galsinma", "l-altra-romagna"}

MISSING = {
    "athika": {"partner_country.added_value", "charter.held", "project.duration", "project.grant", "project.aims"},
    "before": {"associated.no_grant", "associated.role_stated", "charter.held", "project.aims"},
    "build": {"charter.held", "project.duration", "project.grant", "project.aims"},
    "case": {"charter.held", "project.aims"},
    "edubots": {"charter.held", "project.duration", "project.grant", "project.aims"},
    "eureka": {"charter.held", "project.aims"},
    "ftalliance": {
        "associated.no_grant",
        "associated.role_stated",
        "charter.held",
        "partner_country.added_value",
        "project.grant",
        "project.aims",
    },
    "rural-3-0": {"charter.held", "project.duration", "project.grant", "project.aims"},
    "scaleup4sustainability": {"charter.held", "project.grant", "project.aims"},
    "sparkle": {"charter.held", "project.aims"},
}
"""What the published facts leave open, by example."""


def example(file: Path) -> Case:
    return read(Case, file.read_text("utf-8"), file.name)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda f: f.stem)
def test_no_rule_is_wrongly_broken_and_what_is_missing_is_said(file: Path) -> None:
    case = example(file)
    verdict = check(case, open_book(case.scheme, case.call))
    outcomes = verdict.outcomes()
    assert [rule for rule, outcome in outcomes.items() if outcome is Outcome.NOT_MET] == []
    assert {rule for rule, outcome in outcomes.items() if outcome is Outcome.UNKNOWN} == MISSING[file.stem]
    assert all(f.missing for f in verdict.findings if f.outcome is Outcome.UNKNOWN)


def test_local_action_groups_count_only_as_declared_enterprises() -> None:
    case = example(next(f for f in EXAMPLES if f.stem == "rural-3-0"))
    undeclared = case.model_copy(
        update={
            "participants": tuple(
                p.model_copy(update={"category": "association"}) if p.id in LOCAL_ACTION_GROUPS else p
                for p in case.participants
            )
        }
    )
    finding = check(undeclared, open_book(case.scheme, case.call)).finding("consortium.enterprises")
    assert finding.outcome is Outcome.NOT_MET
    assert set(next(out.participants for out in finding.left_out if out.field == "category")) >= LOCAL_ACTION_GROUPS


def test_examples_are_the_published_alliances(shared_data: Path) -> None:
    """Every participant, country, role, grant of the examples is the published one."""
    published = {a["acronym"]: a for a in _alliances(shared_data, "funded")}
    assert len(EXAMPLES) == len(published)
    for file in EXAMPLES:
        typed = tomllib.loads(file.read_text("utf-8"))
        real = published[typed["title"].split(": ")[0]]
        assert [_shown(p) for p in typed["participants"]] == [_published(p) for p in real["partners"]]
        assert typed["call"] == str(real["year"])
        assert float(typed.get("project", {}).get("grant", 0)) == float(real["grant_eur"] or 0)


@pytest.mark.parametrize(
    ("acronym", "reason"),
    [
        ("DeuS", "consortium.enterprises"),
        ("SMILE", "consortium.organisations"),
        ("BUGI", "coordinator.programme_country"),
    ],
)
def test_other_schemes_fail_for_the_stated_reason(shared_data: Path, acronym: str, reason: str) -> None:
    real = next(a for a in _alliances(shared_data, "contrast") if a["acronym"] == acronym)
    verdict = check(_as_case(real), open_book("knowledge-alliances", "2019"))
    assert verdict.finding(reason).outcome is Outcome.NOT_MET
    assert verdict.outcome is Outcome.NOT_MET


def _alliances(shared: Path, name: str) -> list[dict[str, Any]]:
    return json.loads((shared / "data/alliances" / f"{name}.json").read_text("utf-8"))


def _as_case(real: dict[str, Any]) -> Case:
    """The published types are taken as categories; `ngo` is an association here."""
    participants = [
        {
            "id": p["name"],
            "country": p["country"],
            "role": "associated" if p["role"] == "associated" else "full",
            "coordinator": p["role"] == "coordinator",
            "category": {"ngo": "association"}.get(p["type"], p["type"]),
        }
        for p in real["partners"]
    ]
    return Case.model_validate({"scheme": "knowledge-alliances", "call": "2019", "participants": participants})


def _shown(typed: dict[str, Any]) -> tuple[object, ...]:
    role = "coordinator" if typed.get("coordinator") else typed["role"]
    return typed["name"], typed.get("country"), role


def _published(real: dict[str, Any]) -> tuple[object, ...]:
    return real["name"], real["country"], {"partner": "full"}.get(real["role"], real["role"])
