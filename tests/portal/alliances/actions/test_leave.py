"""Going: said by the organisation's own contact."""

import pytest
from tests.portal.alliances.build import AT, not_found, one_entry, part, person, refused, with_bengt

from samverk.portal.alliances.actions.leave import CannotLeave, leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.models import Alliance
from samverk.portal.alliances.queries import open_offer


def go(alliance: Alliance, key: str, by: str) -> None:
    leave(participant_id=part(alliance, key).pk, by=person(by), at=AT)


@pytest.mark.django_db
def test_it_counts_no_more_and_nothing_is_offered_to_it():
    alliance = with_bengt()
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    with one_entry("alliances.leave", part(alliance, "college").about, alliance, by="Bengt"):
        go(alliance, "college", "Bengt")
    assert (part(alliance, "college").state, open_offer(alliance)) == ("left", None)
    with not_found():
        go(alliance, "college", "Bengt")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "by", "reason"),
    [("college", "Anna", "not_yours"), ("uni", "Anna", "coordinates"), ("works", "Anna", "wrong_state")],
)
def test_refused(key: str, by: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotLeave, reason):
        go(alliance, key, by)
    with not_found():
        go(alliance, key, "Carla")
