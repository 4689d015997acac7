"""Taking an invitation back."""

import pytest
from tests.portal.alliances.build import AT, asked, not_found, one_entry, part, person, refused, with_bengt

from samverk.portal.alliances.actions.withdraw_invitation import CannotWithdraw, withdraw_invitation
from samverk.portal.alliances.models import Alliance, Invitation


def withdraw(alliance: Alliance, by: str = "Anna") -> None:
    withdraw_invitation(participant_id=part(alliance, "works").pk, by=person(by), at=AT)


@pytest.mark.django_db
def test_it_is_planned_again():
    alliance = with_bengt()
    asked(alliance, "works")
    with one_entry("alliances.withdraw_invitation", part(alliance, "works").about, alliance):
        withdraw(alliance)
    assert part(alliance, "works").state == "planned"
    assert Invitation.objects.get(participant__key="works").state == "withdrawn"


@pytest.mark.django_db
def test_refused():
    alliance = with_bengt()
    with refused(CannotWithdraw, "wrong_state"):
        withdraw(alliance)
    asked(alliance, "works")
    with refused(CannotWithdraw, "not_leader"):
        withdraw(alliance, by="Bengt")
    with not_found():
        withdraw(alliance, by="Carla")
