"""Who controls whom is said once, taken back with its day, and told of every pair that asks."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.portal.organisations.build import an_organisation, outcome, people

from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.retract_organisation_control import retract_organisation_control
from samverk.portal.organisations.models import Control
from samverk.portal.organisations.queries import controls_between, controls_of

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(days=1)
pytestmark = pytest.mark.django_db


def test_declared_taken_back_and_declared_again():
    officer, a, b, c = people()["officer"], *(an_organisation(name) for name in "abc")
    ends = {"controller_id": a.pk, "controlled_id": b.pk, "by": officer}
    first = declare_organisation_control(**ends, at=AT)
    assert controls_of(a) == controls_of(b) == [first] and controls_of(c) == []
    assert controls_between([a.pk, b.pk, c.pk]) == [(a.pk, b.pk)]
    assert controls_between([a.pk, c.pk]) == controls_between([]) == []
    retract_organisation_control(**ends, at=LATER)
    assert controls_of(a) == [] and controls_between([a.pk, b.pk]) == []
    second = declare_organisation_control(**ends, at=LATER)
    assert list(Control.objects.order_by("pk").values_list("pk", "since", "until", "retracted_by")) == [
        (first.pk, AT, LATER, officer.pk), (second.pk, LATER, None, None)
    ]  # fmt: skip
    assert [(entry.deed, entry.about, entry.told) for entry in Entry.objects.order_by("seq")] == [
        (f"organisations.{deed}_control", a.about, {"controlled": b.pk}) for deed in ("declare", "retract", "declare")
    ]


def test_none_controls_itself_by_either_of_its_rows():
    officer, a = people()["officer"], an_organisation()
    dead = an_organisation("LU", merged_into=a)
    for one, other in ((a, a), (a, dead), (dead, a)):
        said = outcome(declare_organisation_control, controller_id=one.pk, controlled_id=other.pk, by=officer, at=AT)
        assert said == "itself"


@pytest.mark.parametrize("deed", [declare_organisation_control, retract_organisation_control])
def test_no_such_organisation(deed):
    officer, a = people()["officer"], an_organisation()
    assert outcome(deed, controller_id=a.pk, controlled_id=0, by=officer, at=AT) == "not_found"


@pytest.mark.parametrize("number", [1, 3])
def test_links_are_told_in_the_same_number_of_queries(number, django_assert_num_queries):
    officer, house = people()["officer"], an_organisation()
    others = [an_organisation(name) for name in "abc"[:number]]
    for other in others:
        declare_organisation_control(controller_id=house.pk, controlled_id=other.pk, by=officer, at=AT)
    with django_assert_num_queries(1):
        assert [link.controller.name + link.controlled.name for link in controls_of(house)] == [
            f"{house.name}{other.name}" for other in others
        ]
    with django_assert_num_queries(2):
        assert len(controls_between([house.pk, *(other.pk for other in others)])) == number
