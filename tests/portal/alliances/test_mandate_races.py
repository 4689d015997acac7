"""Two at once, of whom one signs a mandate: never two that hold, and none that says what is no longer so.

A test whose name says "without the lock" shows what would happen if the deeds did not wait for each other.
"""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.portal.alliances.build import AT, LATER, joined, not_found, part, person
from tests.portal.alliances.mandates import PDF, asked, newest, sign, signed, with_bengt
from tests.portal.alliances.test_races import at_once, deeds_done, rounds

from samverk.portal.alliances.actions.answer_offer import take_lead
from samverk.portal.alliances.actions.ask_mandate import LASTS, ask_mandate
from samverk.portal.alliances.actions.leave import leave
from samverk.portal.alliances.actions.offer_lead import offer_lead
from samverk.portal.alliances.actions.upload_mandate import upload_mandate
from samverk.portal.alliances.actions.withdraw_mandate import withdraw_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.alliances.queries import open_mandate
from samverk.portal.alliances.states import MANDATE, MandateEvent
from samverk.portal.foundation.saving import StaleSave, move

whole = pytest.mark.django_db(transaction=True)


def held(row: Alliance) -> int:
    return Mandate.objects.filter(participant__alliance=row, state="signed").count()


@pytest.mark.django_db
def test_the_table_itself_keeps_a_second_one_out():
    row = with_bengt()
    signed(row)
    asked(row)
    with pytest.raises(IntegrityError), transaction.atomic():
        move(newest(), MANDATE, MandateEvent.SIGN, sha256="0" * 64, answered_by=person("Rut"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Mandate.objects.filter(state="signed").update(state="asked")
    assert held(row) == 1


@whole
def test_two_sign_at_once():
    rut = person("Rut")
    for row in rounds(with_bengt):
        token = asked(row)
        ends = at_once(*[lambda token=token: sign(token)] * 2)
        assert sorted(ends) == ["done", "not_found"]
        assert (held(row), deeds_done("alliances.sign_mandate", row), newest().answered_by) == (1, 1, rut)


@pytest.mark.django_db
def test_without_the_lock_a_mandate_would_empower_one_who_no_longer_coordinates():
    row = coordination_offered()
    token = asked(row)
    as_read = open_mandate(token, LATER)  # read before the coordination moves …
    Participant.objects.filter(alliance=row).update(coordinator=False)
    Participant.objects.filter(alliance=row, key="works").update(coordinator=True)
    move(as_read, MANDATE, MandateEvent.SIGN, sha256="0" * 64, answered_by=person("Rut"))  # … and written after
    assert newest().state == "signed" and newest().facts["coordinator_name"] == "Universitetet"


@whole
def test_signed_while_the_coordination_moves():
    david = person("David")
    for row in rounds(coordination_offered):
        token = asked(row)
        ends = at_once(lambda token=token: sign(token), lambda row=row: take_lead(alliance=row.pk, by=david, at=AT))
        assert ends in (["done", "done"], ["not_found", "done"])
        assert (held(row), newest().state, newest().void_because) == (0, "void", "coordinator")


@whole
def test_it_expires_while_it_is_signed():
    for row in rounds(with_bengt):
        token, end = asked(row), AT + LASTS
        ends = at_once(
            lambda token=token, end=end: sign(token, at=end - timedelta(microseconds=1)),
            lambda token=token, end=end: sign(token, at=end),
        )
        assert (ends, held(row)) == (["done", "not_found"], 1)


@pytest.mark.django_db
def test_without_the_lock_the_state_in_the_statement_still_stops_it():
    row = with_bengt()
    as_read = open_mandate(asked(row), LATER)
    withdraw_mandate(participant_id=as_read.participant_id, by=person("Anna"), at=LATER)
    with pytest.raises(StaleSave):
        move(as_read, MANDATE, MandateEvent.SIGN, sha256="0" * 64, answered_by=person("Rut"))


@whole
@pytest.mark.parametrize("way", ["withdrawn", "asked again"])
def test_taken_back_while_it_is_signed(way: str) -> None:
    anna = person("Anna")
    for row in rounds(with_bengt):
        token, college = asked(row), part(row, "college").pk

        def back(college=college) -> None:
            if way == "withdrawn":
                withdraw_mandate(participant_id=college, by=anna, at=AT)
            else:
                ask_mandate(participant_id=college, address="rut@example.org", language="sv", by=anna, at=LATER)

        ends = at_once(lambda token=token: sign(token), back)
        assert ends in (["done", "wrong_state"], ["done", "done"], ["not_found", "done"])
        assert held(row) == int(ends[0] == "done")


@whole
def test_signed_here_while_the_scan_is_handed_in():
    bengt = person("Bengt")
    for row in rounds(with_bengt):
        token, college = asked(row), part(row, "college").pk
        ends = at_once(
            lambda token=token: sign(token),
            lambda college=college: upload_mandate(
                participant_id=college, content=PDF, name="scan.pdf", by=bengt, at=AT
            ),
        )
        assert (sorted(ends), held(row)) in ((["done", "not_asked"], 1), (["done", "not_found"], 1))


@whole
def test_signed_while_the_partner_leaves():
    bengt = person("Bengt")
    for row in rounds(with_bengt):
        token, college = asked(row), part(row, "college").pk
        ends = at_once(
            lambda token=token: sign(token), lambda college=college: leave(participant_id=college, by=bengt, at=AT)
        )
        assert ends in (["done", "done"], ["not_found", "done"])
        assert (held(row), newest().state, newest().void_because) == (0, "void", "gone")
        with not_found():
            sign(token)


def coordination_offered() -> Alliance:
    """Anna coordinates and has offered it to David's works."""
    row = with_bengt()
    works = joined(row, "works", "David")
    offer_lead(participant_id=works.pk, by=person("Anna"), at=AT)
    return row
