"""Which organisation controls which."""

import pytest
from tests.portal.alliances.build import AT, not_found, one_entry, person, refused, told, with_bengt

from samverk.portal.alliances.actions.declare_control import (
    MOST_LINKS,
    CannotDeclare,
    declare_control,
    retract_control,
)  # fmt: skip
from samverk.portal.alliances.models import Alliance, Control


def declare(alliance: Alliance, *ends: str, by: str = "Anna") -> None:
    declare_control(alliance=alliance.pk, controller=ends[0], controlled=ends[1], by=person(by), at=AT)


def retract(alliance: Alliance, *ends: str, by: str = "Anna") -> None:
    retract_control(alliance=alliance.pk, controller=ends[0], controlled=ends[1], by=person(by), at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize("by", ["Anna", "Bengt"])
def test_declared_and_retracted(by: str) -> None:
    alliance = with_bengt()
    with one_entry("alliances.declare_control", alliance.story, alliance, by=by):
        declare(alliance, "Holding", "college", by=by)
    assert told() == {"controls": 1}
    declare(alliance, "Holding", "college", by=by)
    assert [str(row) for row in Control.objects.all()] == ["Holding > college"]
    with one_entry("alliances.retract_control", alliance.story, alliance, by=by):
        retract(alliance, "Holding", "college", by=by)
    assert (told(), Control.objects.count()) == ({"controls": 0}, 0)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("controller", "controlled", "by", "reason"),
    [
        ("uni", "uni", "Anna", "itself"),
        ("Holding", "Venture", "Anna", "nobody_here"),
        ("uni", "", "Anna", "not_a_fact"),
        ("uni", "x" * 121, "Anna", "not_a_fact"),
        ("uni", "works", "Bengt", "not_yours"),
    ],
)
def test_refused(controller: str, controlled: str, by: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotDeclare, reason):
        declare(alliance, controller, controlled, by=by)


@pytest.mark.django_db
def test_nothing_to_retract_and_nobody_to_ask():
    alliance = with_bengt()
    declare(alliance, "uni", "works")
    with refused(CannotDeclare, "not_yours"):
        retract(alliance, "uni", "works", by="Bengt")
    with refused(CannotDeclare, "not_declared"):
        retract(alliance, "works", "uni")
    with not_found():
        declare(alliance, "uni", "lab", by="Carla")


@pytest.mark.django_db
def test_no_more_than_a_case_can_hold():
    alliance = with_bengt()
    Control.objects.bulk_create(
        Control(alliance=alliance, controller="uni", controlled=f"Venture {n}") for n in range(MOST_LINKS)
    )
    with refused(CannotDeclare, "full"):
        declare(alliance, "uni", "One more")
