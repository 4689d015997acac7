"""One more organisation, at the end of the list or in another's place."""

import pytest
from tests.portal.alliances.build import (
    AT,
    LATER,
    asked,
    kept,
    not_found,
    part,
    person,
    refused,
    told,
    with_bengt,
)  # fmt: skip
from tests.portal.organisations.build import registered
from tests.scheme.build import case

from samverk.portal.alliances.actions.add_participant import CannotAdd, add_participant
from samverk.portal.alliances.actions.decline import decline
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.alliances.queries import invitation, open_offer
from samverk.portal.ledger.models import Entry as Ledger
from samverk.portal.organisations.actions.entry import Entry
from samverk.scheme import facts


def add(alliance: Alliance, key: str, *, instead: str = "", by: str = "Anna", **said: object) -> Participant:
    return add_participant(
        alliance=alliance.pk,
        given=facts.Participant.model_validate({"id": key} | said),
        replaces=part(alliance, instead).pk if instead else None,
        by=person(by),
        at=LATER,
    )


@pytest.mark.django_db
def test_it_is_planned_and_last():
    alliance = kept()
    added = add(alliance, "bureau", country="NO", category="consultancy", coordinator=True)
    assert (added.number, added.state, added.country, added.coordinator) == (7, "planned", "NO", False)
    assert told() == {"number": 7, "replaces": None}


@pytest.mark.django_db
def test_one_row_of_the_ledger_also_when_it_replaces():
    alliance = kept()
    before = Ledger.objects.count()
    added = add(alliance, "city", instead="town")
    [entry] = Ledger.objects.order_by("seq")[before:]
    assert (entry.deed, entry.about, entry.within) == ("alliances.add_participant", added.about, alliance.story)
    assert (entry.by, entry.told) == (person("Anna").pk, {"number": 7, "replaces": str(part(alliance, "town").pk)})


@pytest.mark.django_db
def test_whoever_it_replaces_is_removed_and_nothing_of_it_stays_open():
    alliance = with_bengt()
    offer_lead(participant_id=part(alliance, "college").pk, by=person("Anna"), at=AT)
    token = asked(alliance, "works")
    assert add(alliance, "academy", instead="college").replaces == part(alliance, "college")
    add(alliance, "factory", instead="works")
    assert [part(alliance, key).state for key in ("college", "works")] == ["removed", "removed"]
    assert open_offer(alliance) is None
    with not_found():
        invitation(token, AT)


@pytest.mark.django_db
def test_a_place_left_can_be_taken_once():
    alliance = with_bengt()
    leave(participant_id=part(alliance, "college").pk, by=person("Bengt"), at=AT)
    add(alliance, "academy", instead="college")
    with refused(CannotAdd, "replaced"):
        add(alliance, "school", instead="college")


@pytest.mark.django_db
def test_who_has_left_may_come_back_and_who_declined_is_still_there():
    registered(Entry(1, name="Lunds universitet", country="SE", pic="999901318", ror="012a77v79"))
    alliance = kept(own="", case=case({"id": "pic-999901318"}, {"id": "other"}))
    decline(token=asked(alliance, "pic-999901318"), reason="", by=None, at=AT)
    for key in ("pic-999901318", "ror-012a77v79"):
        with refused(CannotAdd, "already_in"):
            add(alliance, key)
    add(alliance, "third", instead="pic-999901318")
    assert add(alliance, "pic-999901318").organisation == part(alliance, "pic-999901318").organisation


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("key", "instead", "by", "reason"),
    [
        ("new", "", "Bengt", "not_leader"),
        ("works", "", "Anna", "already_in"),
        ("new", "uni", "Anna", "coordinates"),
    ],
)
def test_refused(key: str, instead: str, by: str, reason: str) -> None:
    alliance = with_bengt()
    with refused(CannotAdd, reason):
        add(alliance, key, instead=instead, by=by)
    assert alliance.participants.count() == 6


@pytest.mark.django_db
def test_no_more_than_a_case_can_hold():
    alliance = kept(own="", case=case(*({"id": f"p{n}"} for n in range(facts.MOST_PARTICIPANTS))))
    with refused(CannotAdd, "full"):
        add(alliance, "new")


@pytest.mark.django_db
def test_there_is_none_to_a_stranger_and_no_place_of_another_alliance_is_taken():
    alliance, other = kept(), kept()
    with not_found():
        add(alliance, "new", by="Carla")
    with not_found():
        add_participant(
            alliance=alliance.pk, given=facts.Participant(id="new"), replaces=part(other, "town").pk,
            by=person("Anna"), at=AT,
        )  # fmt: skip
