"""What the registry knows of participants reaches the case of their alliance."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from tests.portal.alliances.build import AT, kept, person, refused
from tests.portal.organisations.build import an_organisation, people

from samverk.portal.alliances import queries
from samverk.portal.alliances.actions.add_participant import CannotAdd, add_participant
from samverk.portal.alliances.facts import case
from samverk.portal.alliances.models import Alliance, Control
from samverk.portal.organisations.actions.declare_organisation_control import declare_organisation_control
from samverk.portal.organisations.actions.merge_organisations import merge_organisations
from samverk.portal.organisations.actions.retract_organisation_control import retract_organisation_control
from samverk.portal.organisations.models import Organisation
from samverk.scheme.facts import Participant

Count = Callable[[int], AbstractContextManager[object]]
pytestmark = pytest.mark.django_db


@pytest.fixture
def alliance() -> Alliance:
    """Of its participants the first three are in the registry."""
    row = kept()
    for number, part in enumerate(row.participants.order_by("number")[:3]):
        part.organisation = an_organisation(f"House {number}", pic=f"90000000{number}")
        part.save()
    return row


def houses() -> list[Organisation]:
    return list(Organisation.objects.order_by("pk"))


def links(alliance: Alliance) -> list[tuple[str, str]]:
    found = queries.alliance(alliance.pk, person("Anna"))
    return [(link.controller, link.controlled) for link in case(found).links]


def test_links_of_the_registry_are_in_the_case_once(alliance, django_assert_num_queries: Count):
    first, second, third = (part.key for part in alliance.participants.order_by("number")[:3])
    before = links(alliance)
    a, b, c = houses()
    officer = people()["officer"]
    outside = an_organisation("Outside")
    for ends in ((a, b), (c, b), (a, outside)):
        declare_organisation_control(controller_id=ends[0].pk, controlled_id=ends[1].pk, by=officer, at=AT)
    Control.objects.create(alliance=alliance, controller=first, controlled=second)
    assert links(alliance) == [*before, (first, second), (third, second)]
    retract_organisation_control(controller_id=c.pk, controlled_id=b.pk, by=officer, at=AT)
    assert links(alliance) == [*before, (first, second)]
    found, anna = None, person("Anna")
    with django_assert_num_queries(5):  # the alliance, its participants and links, and twice the registry
        found = queries.alliance(alliance.pk, anna)
        case(found)


def test_an_alliance_without_the_registry_asks_it_nothing(django_assert_num_queries: Count):
    row, anna = kept(), person("Anna")
    with django_assert_num_queries(3):
        case(queries.alliance(row.pk, anna))


def test_who_has_gone_is_linked_no_more(alliance):
    a, b, _c = houses()
    declare_organisation_control(controller_id=a.pk, controlled_id=b.pk, by=people()["officer"], at=AT)
    before = len(links(alliance))
    alliance.participants.filter(organisation=b).update(state="removed")
    assert len(links(alliance)) == before - 1


def test_two_participants_that_turn_out_to_be_one_are_not_independent(alliance):
    first, second = (part.key for part in alliance.participants.order_by("number")[:2])
    a, b, _c = houses()
    merge_organisations(kept_id=b.pk, merged_id=a.pk, by=people()["officer"], at=AT)
    assert (first, second) in links(alliance)


def test_what_is_in_it_under_a_row_that_was_merged_is_not_added_again(alliance):
    a, _b, _c = houses()
    kept_row = an_organisation("The one that stays", pic="911111111")
    merge_organisations(kept_id=kept_row.pk, merged_id=a.pk, by=people()["officer"], at=AT)
    with refused(CannotAdd, "already_in"):
        add_participant(
            alliance=alliance.pk, given=Participant(id="pic-911111111", name="Stays"), by=person("Anna"), at=AT
        )


def test_more_links_than_a_case_holds_are_left_out(alliance, monkeypatch):
    monkeypatch.setattr("samverk.portal.alliances.facts.MOST_LINKS", 1)
    officer, rows = people()["officer"], houses()
    for a, b in ((0, 1), (1, 2), (2, 0)):
        declare_organisation_control(controller_id=rows[a].pk, controlled_id=rows[b].pk, by=officer, at=AT)
    assert len(links(alliance)) == 1
