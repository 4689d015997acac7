"""Giving up: nothing in it can be answered or changed from then on."""

from collections.abc import Callable

import pytest
from tests.portal.alliances.build import AT, asked, not_found, one_entry, part, person, refused, with_bengt

from samverk.portal.alliances.actions.answer_offer import CannotAnswerOffer, take_lead
from samverk.portal.alliances.actions.describe import CannotDescribe, describe
from samverk.portal.alliances.actions.dissolve import CannotDissolve, dissolve
from samverk.portal.alliances.actions.leave import CannotLeave, leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.say import CannotSay, say
from samverk.portal.alliances.models import Alliance, Invitation, Offer
from samverk.portal.foundation.decision import Refusal


@pytest.mark.django_db
def test_it_is_over():
    alliance = with_bengt()
    asked(alliance, "works")
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    with one_entry("alliances.dissolve", alliance.story, alliance):
        dissolve(alliance=alliance.pk, by=person("Anna"), at=AT)
    assert Alliance.objects.get().state == "dissolved"
    assert Offer.objects.get().state == "withdrawn"
    assert sorted(Invitation.objects.values_list("state", flat=True)) == ["accepted", "withdrawn"]


@pytest.mark.django_db
def test_refused():
    alliance = with_bengt()
    with refused(CannotDissolve, "not_leader"):
        dissolve(alliance=alliance.pk, by=person("Bengt"), at=AT)
    with not_found():
        dissolve(alliance=alliance.pk, by=person("Carla"), at=AT)
    dissolve(alliance=alliance.pk, by=person("Anna"), at=AT)
    with refused(CannotDissolve, "dissolved"):
        dissolve(alliance=alliance.pk, by=person("Anna"), at=AT)


LATER_DEEDS: dict[type[Refusal], Callable[[Alliance], object]] = {
    CannotDescribe: lambda row: describe(alliance=row.pk, version=1, changes={}, by=person("Anna"), at=AT),
    CannotLeave: lambda row: leave(participant_id=part(row, "college").pk, by=person("Bengt"), at=AT),
    CannotSay: lambda row: say(alliance=row.pk, text="Hello", by=person("Bengt"), at=AT),
    CannotAnswerOffer: lambda row: take_lead(alliance=row.pk, by=person("Bengt"), at=AT),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", LATER_DEEDS)
def test_nothing_happens_in_it_any_more(kind: type[Refusal]) -> None:
    alliance = with_bengt()
    dissolve(alliance=alliance.pk, by=person("Anna"), at=AT)
    with refused(kind, "dissolved"):
        LATER_DEEDS[kind](alliance)
