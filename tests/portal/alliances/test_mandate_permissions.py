"""Mandates: every deed, by every person, in every state.

Anna coordinates, Bengt speaks for `college`, David for `works`, Rut is asked to sign for `college`, Carla is a
stranger and Olle an auditor at the agency, who reads nothing here.
"""

from datetime import timedelta
from itertools import product

import pytest
from tests.portal.alliances.build import AT, joined, part, person
from tests.portal.alliances.mandates import asked, newest, with_bengt

from samverk.portal.alliances import permissions as may
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.alliances.queries import mandate_seen
from samverk.portal.alliances.states import MandateState, ParticipantState
from samverk.portal.foundation.decision import NotFound
from samverk.portal.people.models import Role

pytestmark = pytest.mark.django_db
PEOPLE = ("Anna", "Bengt", "Carla", "David", "Olle", "Rut")
READERS: dict[str, set[str]] = {
    "asked": {"Anna", "Bengt", "Rut"},
    "signed": {"Anna", "Bengt", "Rut"},
    "declined": {"Anna", "Bengt", "Rut"},
    "withdrawn": {"Anna", "Bengt"},
    "void": {"Anna", "Bengt", "Rut"},
}
"""`signed`, `declined` and `void`: Rut answered."""


def table(state: str = "joined", *, dissolved: bool = False) -> Alliance:
    row = with_bengt()
    joined(row, "works", "David")
    Role.objects.create(person=person("Olle"), kind="auditor", since=AT)
    spoken_for = state in {"joined", "left", "removed"}
    people = Participant.objects.filter(alliance=row, key="college")
    people.update(state=state, contact=person("Bengt") if spoken_for else None)
    if dissolved:
        Alliance.objects.update(state="dissolved")
    return seen(row.pk, person("Anna"))


def college(row: Alliance) -> Participant:
    return next(one for one in row.participants.all() if one.key == "college")


def mandate(state: str) -> Mandate:
    asked(table())
    answered = state in {"signed", "declined", "void"}
    Mandate.objects.update(
        state=state,
        sha256="0" * 64 if answered else "",
        answered_by=person("Rut") if answered else None,
        void_because="newer" if state == "void" else "",
        void_at=AT if state == "void" else None,
    )
    return newest()


IN_ALLIANCE = (may.may_ask_mandate, may.may_withdraw_mandate, may.may_upload_mandate)
OF_IT = {
    may.may_ask_mandate: {"Anna", "Bengt"},
    may.may_withdraw_mandate: {"Anna", "Bengt"},
    may.may_upload_mandate: {"Bengt"},
}


@pytest.mark.parametrize("ask", IN_ALLIANCE, ids=lambda ask: ask.__name__)
@pytest.mark.parametrize("state", list(ParticipantState))
def test_in_every_state_of_the_participant(ask, state: str) -> None:
    row = table(state)
    got = {name: ask(person(name), row, college(row)).reason for name in PEOPLE}
    if ask is may.may_withdraw_mandate:
        here = {"Anna"} | ({"Bengt"} if state in {"joined", "left", "removed"} else set())
        assert got == {name: "" if name in here else "not_yours" for name in PEOPLE}
    elif state != "joined":
        assert got == dict.fromkeys(PEOPLE, "wrong_state")
    else:
        assert got == {name: "" if name in OF_IT[ask] else "not_yours" for name in PEOPLE}


@pytest.mark.parametrize("ask", IN_ALLIANCE, ids=lambda ask: ask.__name__)
def test_nothing_in_a_dissolved_alliance(ask) -> None:
    row = table(dissolved=True)
    assert {ask(person(name), row, college(row)).reason for name in PEOPLE} == {"dissolved"}


@pytest.mark.parametrize("key", ["uni", "works"])
def test_without_a_coordinator_or_of_the_coordinator_none_is_asked(key: str) -> None:
    row = table()
    if key == "works":
        Participant.objects.filter(key="uni").update(coordinator=False)
    row = seen(row.pk, person("Anna"))
    one = next(each for each in row.participants.all() if each.key == key)
    assert may.may_ask_mandate(person("Anna"), row, one).reason == (
        "empowers_itself" if key == "uni" else "no_coordinator"
    )


@pytest.mark.parametrize("ask", [may.may_sign_mandate, may.may_decline_mandate], ids=lambda ask: ask.__name__)
@pytest.mark.parametrize("state", list(MandateState))
def test_only_the_one_who_is_asked_answers_and_only_while_it_is_open(ask, state: str) -> None:
    row = mandate(state)
    got = {name: ask(person(name), row).reason for name in PEOPLE}
    if state != "asked":
        assert got == dict.fromkeys(PEOPLE, "wrong_state")
    else:
        assert got == {name: "" if name == "Rut" else "not_addressee" for name in PEOPLE}


@pytest.mark.parametrize(
    ("state", "who"),
    list(product(MandateState, PEOPLE)),
    ids=["-".join(pair) for pair in product(MandateState, PEOPLE)],
)
def test_who_reads_it(state: str, who: str) -> None:
    row = mandate(state)
    if who in READERS[state]:
        assert mandate_seen(row.pk, person(who)) == row
    else:
        with pytest.raises(NotFound):
            mandate_seen(row.pk, person(who))


def test_who_has_left_reads_no_more_and_the_signatory_still_does():
    row = mandate("signed")
    Participant.objects.filter(pk=row.participant_id).update(state="left")
    assert mandate_seen(row.pk, person("Rut")) == row
    with pytest.raises(NotFound):
        mandate_seen(row.pk, person("Bengt"))


def test_of_an_erased_account_nobody_is_the_addressee():
    row = mandate("asked")
    rut = person("Rut")
    rut.email = None
    assert not row.is_asked_of(rut)
    assert row.expires_at - row.asked_at == timedelta(days=30)
    assert part(row.participant.alliance, "college").pk == row.participant_id
