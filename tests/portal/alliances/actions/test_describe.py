"""What the alliance is about: only what tables and rules can hold, and nobody writes over another."""

from decimal import Decimal
from typing import Any

import pytest
from tests.portal.alliances.build import AT, kept, not_found, one_entry, part, person, refused, told, with_bengt

from samverk.portal.alliances.actions.answer_offer import take_lead
from samverk.portal.alliances.actions.describe import CannotDescribe, describe
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.models import Alliance
from samverk.portal.foundation.saving import StaleSave


def say(alliance: Alliance, by: str = "Anna", version: int = 1, **changes: Any) -> Alliance:
    return describe(alliance=alliance.pk, version=version, changes=changes, by=person(by), at=AT)


@pytest.mark.django_db
def test_only_what_is_named_changes_and_only_names_are_on_record():
    alliance = kept()
    with one_entry("alliances.describe", alliance.story, alliance):
        say(alliance, title="Green Steel", grant="700000.50", strands=["a"], state="dissolved", secret="x")
    assert told() == {"fields": ["grant", "strands", "title"], "version": 2}
    now = Alliance.objects.get()
    assert (now.title, now.grant, now.strands, now.state) == ("Green Steel", Decimal("700000.50"), ["a"], "forming")
    assert (now.duration_months, now.version) == (24, 2)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"duration_months": -1}, {"duration_months": 601}, {"duration_months": "two years"}, {"grant": -1},
        {"grant": "1.001"}, {"grant": "NaN"}, {"title": "x" * 301}, {"title": None}, {"acronym": "x" * 41},
        {"aims": "teaching"}, {"aims": [""]}, {"aims": ["x"] * 21}, {"strands": {"a": 1}},
        {"strands": ["\x00"]}, {"title": "\x00"}, {"fields": None},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_rule_could_read_is_refused(changes: dict[str, Any]) -> None:
    alliance = kept()
    with refused(CannotDescribe, "not_a_fact"):
        say(alliance, **changes)
    assert Alliance.objects.get().version == 1


@pytest.mark.django_db
def test_what_is_not_known_any_more():
    row = say(kept(), duration_months=None, grant=None, aims=None, title="")
    assert (row.duration_months, row.grant, row.aims, row.title) == (None, None, None, "")


@pytest.mark.django_db
def test_refused():
    alliance = with_bengt()
    with refused(CannotDescribe, "not_leader"):
        say(alliance, by="Bengt", title="Mine")
    with not_found():
        say(alliance, by="Carla", title="Mine")
    with refused(StaleSave, "changed_meanwhile"):
        say(alliance, version=2, title="Too late")


@pytest.mark.django_db
def test_after_the_coordination_has_changed_hands():
    alliance = with_bengt()
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    take_lead(alliance=alliance.pk, by=person("Bengt"), at=AT)
    with refused(CannotDescribe, "not_leader"):
        say(alliance, by="Anna", title="Mine")
    assert say(alliance, by="Bengt", title="Ours").title == "Ours"
