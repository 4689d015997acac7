"""The coordination: offered, taken, declined, taken back."""

import pytest
from tests.portal.alliances.build import (
    AT,
    LATER,
    joined,
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
from samverk.portal.alliances.actions.answer_offer import CannotAnswerOffer, decline_lead, take_lead
from samverk.portal.alliances.actions.offer_lead import CannotOfferLead, offer_lead
from samverk.portal.alliances.actions.withdraw_offer import CannotWithdrawOffer, withdraw_offer
from samverk.portal.alliances.models import Alliance, Offer
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.alliances.queries import leader
from samverk.portal.people.models import Person


def offer(alliance: Alliance, key: str = "college", by: str = "Anna") -> Offer:
    return offer_lead(participant_id=part(alliance, key).pk, by=person(by), at=AT)


def leads(alliance: Alliance) -> str:
    return Person.objects.get(pk=leader(seen(alliance.pk, person("Anna")))).name


@pytest.mark.django_db
def test_an_offer_changes_nothing_until_it_is_taken():
    alliance = with_bengt()
    with one_entry("alliances.offer_lead", part(alliance, "college").about, alliance):
        made = offer(alliance)
    assert (made.state, leads(alliance)) == ("open", "Anna")
    with one_entry("alliances.take_lead", part(alliance, "college").about, alliance, by="Bengt"):
        take_lead(alliance=alliance.pk, by=person("Bengt"), at=LATER)
    made.refresh_from_db()
    assert (made.state, made.answered_at, leads(alliance)) == ("taken", LATER, "Bengt")
    assert told() == {"before": str(part(alliance, "uni").pk)}
    assert [p.key for p in alliance.participants.filter(coordinator=True)] == ["college"]


@pytest.mark.django_db
def test_one_that_was_to_coordinate_and_never_joined_does_so_no_more():
    alliance = kept(own="college")
    offer(alliance)
    take_lead(alliance=alliance.pk, by=person("Anna"), at=AT)
    said = facts.case(seen(alliance.pk, person("Anna")))
    assert [p.id for p in said.participants if p.coordinator] == ["college"]
    assert told() == {"before": None}


@pytest.mark.django_db
def test_declined():
    alliance = with_bengt()
    made = offer(alliance)
    with one_entry("alliances.decline_lead", part(alliance, "college").about, alliance, by="Bengt"):
        decline_lead(alliance=alliance.pk, by=person("Bengt"), at=LATER)
    made.refresh_from_db()
    assert (made.state, made.answered_at, leads(alliance)) == ("declined", LATER, "Anna")


@pytest.mark.django_db
def test_taken_back():
    alliance = with_bengt()
    made = offer(alliance)
    with one_entry("alliances.withdraw_offer", part(alliance, "college").about, alliance):
        withdraw_offer(alliance=alliance.pk, by=person("Anna"), at=LATER)
    made.refresh_from_db()
    assert (made.state, made.answered_at) == ("withdrawn", LATER)
    with refused(CannotAnswerOffer, "wrong_state"):
        take_lead(alliance=alliance.pk, by=person("Bengt"), at=LATER)
    with refused(CannotWithdrawOffer, "wrong_state"):
        withdraw_offer(alliance=alliance.pk, by=person("Anna"), at=LATER)


@pytest.mark.django_db
def test_a_second_offer_ends_the_first():
    alliance = with_bengt()
    joined(alliance, "works", "David")
    first = offer(alliance)
    offer(alliance, "works")
    first.refresh_from_db()
    assert first.state == "withdrawn"
    with refused(CannotAnswerOffer, "not_yours"):
        take_lead(alliance=alliance.pk, by=person("Bengt"), at=AT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "by", "reason"),
    [("works", "Anna", "wrong_state"), ("uni", "Anna", "wrong_state"), ("college", "Bengt", "not_leader")],
)
def test_an_offer_is_refused(key: str, by: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotOfferLead, reason):
        offer(alliance, key, by)
    with not_found():
        offer(alliance, key, "Carla")


@pytest.mark.django_db
def test_only_who_it_is_offered_to_answers_and_only_the_leader_takes_it_back():
    alliance = with_bengt()
    offer(alliance)
    for answer in (take_lead, decline_lead):
        with refused(CannotAnswerOffer, "not_yours"):
            answer(alliance=alliance.pk, by=person("Anna"), at=AT)
        with not_found():
            answer(alliance=alliance.pk, by=person("Carla"), at=AT)
    with refused(CannotWithdrawOffer, "not_leader"):
        withdraw_offer(alliance=alliance.pk, by=person("Bengt"), at=AT)
