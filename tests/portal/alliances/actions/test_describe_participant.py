"""What an organisation is and does: said by its own contact and by the leader."""

from datetime import date
from typing import Any

import pytest
from tests.portal.alliances.build import (
    AT,
    asked,
    kept,
    not_found,
    one_entry,
    part,
    person,
    refused,
    told,
    with_bengt,
)  # fmt: skip

from samverk.portal.alliances import facts
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.describe_participant import CannotDescribeParticipant, describe_participant
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.foundation.saving import StaleSave


def say(alliance: Alliance, key: str, by: str, version: int = 1, **changes: Any) -> Participant:
    return describe_participant(
        participant_id=part(alliance, key).pk, version=version, changes=changes, by=person(by), at=AT
    )


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["Anna", "Bengt"])
def test_only_what_is_named_changes_and_only_names_are_on_record(by: str) -> None:
    alliance = with_bengt()
    with one_entry("alliances.describe_participant", part(alliance, "college").about, alliance, by=by):
        say(alliance, "college", by, charter_from="2021-01-01", benefit="New work", coordinator=True, secret="x")
    now = part(alliance, "college")
    assert (now.charter_from, now.benefit, now.coordinator) == (date(2021, 1, 1), "New work", False)
    assert (now.country, now.version, told()) == ("FI", 2, {"fields": ["benefit", "charter_from"], "version": 2})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"category": "club"}, {"role": "guest"}, {"country": "SWE"}, {"country": "1"}, {"grant": "-0.01"},
        {"grant": "many"}, {"charter": "perhaps"}, {"charter_from": "soon"}, {"name": "x" * 301}, {"name": None},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_rule_could_read_is_refused(changes: dict[str, Any]) -> None:
    alliance = kept()
    with refused(CannotDescribeParticipant, "not_a_fact"):
        say(alliance, "college", "Anna", **changes)
    assert part(alliance, "college").version == 1


@pytest.mark.django_db
def test_a_text_makes_its_fact_true():
    row = say(kept(), "college", "Anna", role_stated=False, role_statement="Trains", country="", category="")
    said = facts.participant(row)
    assert (said.role_stated, said.country, said.category) == (True, None, None)


@pytest.mark.django_db
def test_refused():
    alliance = with_bengt()
    with refused(CannotDescribeParticipant, "not_yours"):
        say(alliance, "works", "Bengt", name="Works")
    with not_found():
        say(alliance, "works", "Carla", name="Works")
    with refused(StaleSave, "changed_meanwhile"):
        say(alliance, "works", "Anna", version=2, name="Works")
    decline(token=asked(alliance, "works"), reason="", by=None, at=AT)
    with refused(CannotDescribeParticipant, "wrong_state"):
        say(alliance, "works", "Anna", name="Works")
