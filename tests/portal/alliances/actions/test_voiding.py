"""What makes a mandate void, and what does not."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from tests.portal.alliances.build import LATER, joined, not_found, part, person
from tests.portal.alliances.mandates import asked, newest, sign, with_bengt, with_mandate
from tests.scheme.build import participant

from samverk.portal.alliances.actions.add_participant import add_participant
from samverk.portal.alliances.actions.answer_offer import take_lead
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.describe_participant import describe_participant
from samverk.portal.alliances.actions.dissolve import dissolve
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.remove import remove
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.ledger.models import Entry

pytestmark = pytest.mark.django_db


def said(alliance: Alliance, **changes: object) -> None:
    version = Alliance.objects.get(pk=alliance.pk).version
    describe(alliance=alliance.pk, version=version, changes=changes, by=person("Anna"), at=LATER)


def said_of(alliance: Alliance, key: str, **changes: object) -> None:
    row = part(alliance, key)
    describe_participant(participant_id=row.pk, version=row.version, changes=changes, by=person("Anna"), at=LATER)


def moved(alliance: Alliance) -> None:
    works = joined(alliance, "works", "David")
    offer_lead(participant_id=works.pk, by=person("Anna"), at=LATER)
    take_lead(alliance=alliance.pk, by=person("David"), at=LATER)


def left(alliance: Alliance) -> None:
    leave(participant_id=part(alliance, "college").pk, by=person("Bengt"), at=LATER)


def removed(alliance: Alliance) -> None:
    remove(participant_id=part(alliance, "college").pk, by=person("Anna"), at=LATER)


def replaced(alliance: Alliance) -> None:
    college, given = part(alliance, "college").pk, participant(id="new")
    add_participant(alliance=alliance.pk, given=given, replaces=college, by=person("Anna"), at=LATER)


DEEDS: dict[str, tuple[Callable[[Alliance], None], str]] = {
    "the coordination moves": (moved, "coordinator"),
    "the participant leaves": (left, "gone"),
    "the participant is removed": (removed, "gone"),
    "the participant is replaced": (replaced, "gone"),
    "the alliance is dissolved": (lambda a: dissolve(alliance=a.pk, by=person("Anna"), at=LATER), "dissolved"),
    "the title changes": (lambda a: said(a, title="Another"), "title"),
    "the acronym changes": (lambda a: said(a, acronym="OTHER"), "acronym"),
    "the partner's name changes": (lambda a: said_of(a, "college", name="Another"), "partner"),
    "the partner's country changes": (lambda a: said_of(a, "college", country="NO"), "country"),
    "the partner's role changes": (lambda a: said_of(a, "college", role="associated"), "role"),
    "the partner's sum changes": (lambda a: said_of(a, "college", grant=Decimal(5)), "sum"),
    "the coordinator's name changes": (lambda a: said_of(a, "uni", name="Another"), "coordinator_name"),
}
HARMLESS: dict[str, Callable[[Alliance], None]] = {
    "the goals change": lambda a: said(a, goals="More"),
    "the title is saved as it was": lambda a: said(a, title="Skogens digitala tvilling"),
    "another partner is described": lambda a: said_of(a, "works", name="Another"),
    "its contribution changes": lambda a: said_of(a, "college", contribution="Much"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_mandate_that_holds_is_void_when(deed: str) -> None:
    alliance = with_mandate()
    do, because = DEEDS[deed]
    before = Entry.objects.filter(within=alliance.story).count()
    do(alliance)
    row = Mandate.objects.get()
    assert (row.state, row.void_because, row.void_at) == ("void", because, LATER)
    assert row.name == "Rut Rektor" and row.signed_paper_id == newest().signed_paper_id
    assert Entry.objects.filter(within=alliance.story).count() > before


@pytest.mark.parametrize("deed", DEEDS)
def test_one_that_waits_opens_no_more_when(deed: str) -> None:
    alliance = with_bengt()
    token = asked(alliance)
    DEEDS[deed][0](alliance)
    assert (newest().state, newest().void_because) == ("void", DEEDS[deed][1])
    with not_found():
        sign(token)


@pytest.mark.parametrize("deed", HARMLESS)
def test_a_mandate_holds_on_when(deed: str) -> None:
    alliance = with_mandate()
    HARMLESS[deed](alliance)
    assert newest().state == "signed"


def test_those_of_others_are_left_alone():
    alliance = with_mandate()
    joined(alliance, "works", "David")
    asked(alliance, "works")
    left(alliance)
    states = Mandate.objects.values_list("participant__key", "state")
    assert sorted(states) == [("college", "void"), ("works", "asked")]
    assert Participant.objects.get(alliance=alliance, key="works").state == "joined"
