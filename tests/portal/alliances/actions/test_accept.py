"""Accepting: the person speaks for the organisation, and a link that was answered opens no more."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.portal.alliances.build import (
    AT,
    LATER,
    asked,
    joined,
    kept,
    not_found,
    one_entry,
    part,
    person,
    refused,
    told,
)  # fmt: skip
from tests.scheme.build import alliance as smallest

from samverk.portal.alliances.actions.accept import CannotAccept, accept
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.invite import LASTS
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.actions.withdraw_invitation import withdraw_invitation
from samverk.portal.alliances.models import Alliance, Invitation
from samverk.portal.alliances.queries import open_offer


@pytest.mark.django_db
def test_the_person_speaks_for_it_from_now_on():
    alliance = kept()
    token = asked(alliance, "college")
    with one_entry("alliances.accept", part(alliance, "college").about, alliance, by="Bengt"):
        accept(token=token, by=person("Bengt"), at=LATER)
    college, answered = part(alliance, "college"), Invitation.objects.get()
    assert (college.state, college.contact, college.coordinator) == ("joined", person("Bengt"), False)
    assert (answered.state, answered.answered_by, answered.answered_at) == ("accepted", person("Bengt"), LATER)
    assert told() == {"invitation": str(answered.pk), "coordinates": False}


WAYS: dict[str, Callable[[Alliance, str], object]] = {
    "accepted": lambda _row, token: accept(token=token, by=person("Bengt"), at=AT),
    "declined": lambda _row, token: decline(token=token, reason="", by=None, at=AT),
    "withdrawn": lambda row, _token: withdraw_invitation(
        participant_id=part(row, "college").pk, by=person("Anna"), at=AT
    ),
    "asked again": lambda row, _token: asked(row, "college"),
    "removed": lambda row, _token: remove(participant_id=part(row, "college").pk, by=person("Anna"), at=AT),
    "dissolved": lambda row, _token: dissolve(alliance=row.pk, by=person("Anna"), at=AT),
}


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_no_link_opens_twice(way: str) -> None:
    alliance = kept()
    token = asked(alliance, "college")
    WAYS[way](alliance, token)
    before = part(alliance, "college").state
    with not_found():
        accept(token=token, by=person("Carla"), at=AT)
    assert part(alliance, "college").state == before


@pytest.mark.django_db
@pytest.mark.parametrize(("early", "opens"), [(timedelta(microseconds=1), True), (timedelta(0), False)])
def test_it_opens_until_it_expires(early: timedelta, opens: bool) -> None:
    token, at = asked(kept(), "college"), AT + LASTS - early
    if opens:
        assert accept(token=token, by=person("Bengt"), at=at).state == "joined"
    else:
        with not_found():
            accept(token=token, by=person("Bengt"), at=at)


@pytest.mark.django_db
def test_nobody_speaks_for_two():
    alliance = kept()
    token = asked(alliance, "college")
    with refused(CannotAccept, "already_in"):
        accept(token=token, by=person("Anna"), at=AT)


@pytest.mark.django_db
def test_of_two_who_coordinate_the_first_to_join_does():
    alliance = kept(own="", case=smallest(college={"coordinator": True}))
    assert joined(alliance, "college", "Bengt").coordinator
    assert not joined(alliance, "uni", "Carla", by="Bengt").coordinator


@pytest.mark.django_db
def test_what_the_founder_had_on_offer_ends_when_the_coordinator_joins():
    alliance = kept(own="")
    college = joined(alliance, "college", "Bengt")
    token = asked(alliance, "uni")
    offer_lead(participant_id=college.pk, by=person("Anna"), at=AT)
    accept(token=token, by=person("Carla"), at=LATER)
    assert open_offer(alliance) is None and part(alliance, "uni").coordinator
