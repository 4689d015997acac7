"""Taking an organisation out."""

import pytest
from tests.portal.alliances.build import AT, asked, kept, not_found, one_entry, part, person, refused, with_bengt

from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remove import CannotRemove, remove
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.queries import invitation, open_offer


def take_out(alliance: Alliance, key: str, by: str = "Anna") -> None:
    remove(participant_id=part(alliance, key).pk, by=person(by), at=AT)


@pytest.mark.django_db
def test_neither_its_link_nor_its_offer_stays_open():
    alliance = with_bengt()
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    token = asked(alliance, "works")
    with one_entry("alliances.remove", part(alliance, "college").about, alliance):
        take_out(alliance, "college")
    take_out(alliance, "works")
    assert [part(alliance, key).state for key in ("college", "works")] == ["removed", "removed"]
    assert open_offer(alliance) is None
    with not_found():
        invitation(token, AT)


@pytest.mark.django_db
@pytest.mark.parametrize(("key", "by", "reason"), [("works", "Bengt", "not_leader"), ("uni", "Anna", "coordinates")])
def test_refused(key: str, by: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotRemove, reason):
        take_out(alliance, key, by)
    with not_found():
        take_out(alliance, key, "Carla")


@pytest.mark.django_db
def test_once():
    alliance = kept()
    take_out(alliance, "works")
    with refused(CannotRemove, "wrong_state"):
        take_out(alliance, "works")


@pytest.mark.django_db
def test_one_that_was_to_coordinate_and_has_not_joined():
    alliance = kept(own="college")
    take_out(alliance, "uni")
    assert part(alliance, "uni").state == "removed"
