"""Taking back what was asked of a legal representative."""

import pytest
from tests.portal.alliances.build import LATER, joined, not_found, one_entry, part, person, refused
from tests.portal.alliances.mandates import asked, newest, sign, with_bengt, with_mandate

from samverk.portal.alliances.actions.withdraw_mandate import CannotWithdrawMandate, withdraw_mandate
from samverk.portal.alliances.models import Alliance

pytestmark = pytest.mark.django_db


def withdraw(alliance: Alliance, who: str) -> None:
    withdraw_mandate(participant_id=part(alliance, "college").pk, by=person(who), at=LATER)


@pytest.mark.parametrize("who", ["Anna", "Bengt"])
def test_the_link_opens_no_more(who: str) -> None:
    alliance = with_bengt()
    token = asked(alliance)
    with one_entry("alliances.withdraw_mandate", newest().about, alliance, by=who):
        withdraw(alliance, who)
    with not_found():
        sign(token)
    assert newest().state == "withdrawn"


def test_the_contact_of_another_cannot():
    alliance = with_bengt()
    joined(alliance, "works", "David")
    asked(alliance)
    with refused(CannotWithdrawMandate, "not_yours"):
        withdraw(alliance, "David")


def test_what_is_signed_is_not_taken_back_like_this():
    alliance = with_mandate()
    with refused(CannotWithdrawMandate, "wrong_state"):
        withdraw(alliance, "Anna")


def test_a_stranger_finds_nothing():
    alliance = with_bengt()
    with not_found():
        withdraw(alliance, "Carla")
