"""Who may do what: every deed, by every person, in every state.

Anna coordinates, Bengt speaks for the participant in question once it has joined (`college`), David for another
one (`works`), Fia founded the alliance, and Carla has nothing to do with it.
"""

from collections.abc import Callable
from itertools import product

import pytest
from tests.portal.alliances.build import AT, kept, person

from samverk.portal.alliances import permissions as may
from samverk.portal.alliances.models import Alliance, Comment, Offer, Participant
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.alliances.states import AllianceState, ParticipantState
from samverk.portal.foundation.decision import Decision
from samverk.portal.people.models import Person

PEOPLE = ("Anna", "Bengt", "Carla", "David", "Fia")
STATES = tuple(ParticipantState)


def table(state: str = "joined", *, dissolved: bool = False, coordinator: bool = True) -> Alliance:
    """The alliance as it is read; the rows are set as they are, for the deeds have tests of their own."""
    row = kept(own="", by="Fia")
    people = Participant.objects.filter(alliance=row)
    if coordinator:
        people.filter(key="uni").update(state="joined", contact=person("Anna"))
    people.filter(key="works").update(state="joined", contact=person("David"))
    spoken_for = state in {"joined", "left", "removed"}
    people.filter(key="college").update(state=state, contact=person("Bengt") if spoken_for else None)
    if dissolved:
        Alliance.objects.filter(pk=row.pk).update(state=AllianceState.DISSOLVED)
    return seen(row.pk, person("Fia"))


def of(row: Alliance, key: str = "college") -> Participant:
    return next(p for p in row.participants.all() if p.key == key)


def answers(ask: Callable[[Person], Decision]) -> dict[str, str]:
    return {name: ask(person(name)).reason for name in PEOPLE}


def expected(reason: str, **others: str) -> dict[str, str]:
    return dict.fromkeys(PEOPLE, reason) | others


OF_THE_LEADER = [may.may_describe, may.may_add, may.may_answer_call, may.may_withdraw_offer, may.may_dissolve]
ON_PARTICIPANT = {
    may.may_invite: {"planned", "invited", "declined"},
    may.may_withdraw_invitation: {"invited"},
    may.may_remove: {"planned", "invited", "declined", "joined"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("ask", OF_THE_LEADER, ids=lambda ask: ask.__name__)
def test_what_the_leader_does(ask: Callable[[Person, Alliance], Decision]) -> None:
    with_coordinator, without = table(), table(coordinator=False)
    over = table(dissolved=True)
    assert answers(lambda who: ask(who, with_coordinator)) == expected("not_leader", Anna="")
    assert answers(lambda who: ask(who, without)) == expected("not_leader", Fia="")
    assert answers(lambda who: ask(who, over)) == expected("dissolved")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ask", "state"), list(product(ON_PARTICIPANT, STATES)), ids=lambda one: getattr(one, "__name__", str(one))
)
def test_what_the_leader_does_to_a_participant(ask: Callable[..., Decision], state: str) -> None:
    row, over = table(state), table(state, dissolved=True)
    allowed = "" if state in ON_PARTICIPANT[ask] else "wrong_state"
    assert answers(lambda who: ask(who, row, of(row))) == expected("not_leader", Anna=allowed)
    assert answers(lambda who: ask(who, over, of(over))) == expected("dissolved")


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_describing_a_participant(state: str) -> None:
    row, over = table(state), table(state, dissolved=True)
    wanted = {
        "planned": expected("not_yours", Anna=""),
        "invited": expected("not_yours", Anna=""),
        "joined": expected("not_yours", Anna="", Bengt=""),
    }.get(state, expected("wrong_state"))
    assert answers(lambda who: may.may_describe_participant(who, row, of(row))) == wanted
    assert answers(lambda who: may.may_describe_participant(who, over, of(over))) == expected("dissolved")


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_reminding(state: str) -> None:
    row, over = table(state), table(state, dissolved=True)
    allowed = "" if state in {"invited", "joined"} else "wrong_state"
    assert answers(lambda who: may.may_remind(who, row, of(row))) == expected("not_leader", Anna=allowed)
    assert answers(lambda who: may.may_remind(who, row, of(row, "uni"))) == expected("not_leader", Anna="own_part")
    assert answers(lambda who: may.may_remind(who, over, of(over))) == expected("dissolved")


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_leaving(state: str) -> None:
    row, over = table(state), table(state, dissolved=True)
    wanted = expected("not_yours", Bengt="") if state == "joined" else expected("wrong_state")
    assert answers(lambda who: may.may_leave(who, row, of(row))) == wanted
    assert answers(lambda who: may.may_leave(who, over, of(over))) == expected("dissolved")


@pytest.mark.django_db
@pytest.mark.parametrize("state", STATES)
def test_offering_the_lead(state: str) -> None:
    row, over = table(state), table(state, dissolved=True)
    joined = state == "joined"
    wanted = expected("not_leader", Anna="") if joined else expected("wrong_state")
    assert answers(lambda who: may.may_offer_lead(who, row, of(row))) == wanted
    wanted = expected("dissolved") if joined else expected("wrong_state")
    assert answers(lambda who: may.may_offer_lead(who, over, of(over))) == wanted


@pytest.mark.django_db
def test_nobody_sends_the_coordinator_away():
    row = table()
    assert answers(lambda who: may.may_leave(who, row, of(row, "uni"))) == expected("not_yours", Anna="coordinates")
    assert answers(lambda who: may.may_remove(who, row, of(row, "uni"))) == expected("coordinates")
    assert answers(lambda who: may.may_offer_lead(who, row, of(row, "uni"))) == expected("wrong_state")


@pytest.mark.django_db
def test_one_that_was_to_coordinate_and_has_not_joined_is_like_any_other():
    row = table(coordinator=False)
    assert answers(lambda who: may.may_remove(who, row, of(row, "uni"))) == expected("not_leader", Fia="")
    assert answers(lambda who: may.may_leave(who, row, of(row, "uni"))) == expected("wrong_state")


@pytest.mark.django_db
def test_answering_an_offer():
    row, over = table(), table(dissolved=True)
    offer = Offer(alliance=row, participant=of(row), made_at=AT)
    assert answers(lambda who: may.may_answer_offer(who, row, offer)) == expected("not_yours", Bengt="")
    assert answers(lambda who: may.may_answer_offer(who, row, None)) == expected("wrong_state")
    assert answers(lambda who: may.may_answer_offer(who, over, offer)) == expected("dissolved")


@pytest.mark.django_db
def test_declaring_control():
    row, over = table(), table(dissolved=True)
    mine = {"Anna": "", "Bengt": "", "David": ""}
    assert answers(lambda who: may.may_declare_control(who, row)) == expected("not_leader", **mine)
    assert answers(lambda who: may.may_declare_control(who, over)) == expected("dissolved")


@pytest.mark.django_db
def test_the_discussion():
    row, over = table(), table(dissolved=True)
    assert answers(lambda who: may.may_say(who, row)) == expected("")
    assert answers(lambda who: may.may_say(who, over)) == expected("dissolved")
    comment = Comment(alliance=row, author=person("Bengt"), text="Hello", said_at=AT)
    assert answers(lambda who: may.may_take_back(who, comment)) == expected("not_yours", Bengt="")
    comment.taken_back_at = AT
    assert answers(lambda who: may.may_take_back(who, comment)) == expected("wrong_state")
