"""That the agency made sure of an organisation stands once, is told, and is taken back with a reason."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import connection
from tests.portal.organisations.build import an_organisation, membership, outcome, people

from samverk.portal.ledger.models import Entry
from samverk.portal.notices.models import Message
from samverk.portal.organisations.actions.unverify_organisation import unverify_organisation
from samverk.portal.organisations.actions.verify_organisation import verify_organisation
from samverk.portal.organisations.models import Verification
from samverk.portal.organisations.queries import verification, verifications, waiting_for_verification

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_verified_taken_back_and_verified_again():
    house, persons = an_organisation(), people()
    membership(house, persons["editor"])
    membership(house, persons["applicant"], "requested")
    first = verify_organisation(organisation_id=house.pk, by=persons["officer"], at=AT)
    assert verification(house) == first
    unverify_organisation(organisation_id=house.pk, reason="changed", by=persons["manager"], at=AT)
    assert verification(house) is None
    second = verify_organisation(organisation_id=house.pk, by=persons["manager"], at=AT)
    assert verifications(house) == [second, first]
    assert list(Verification.objects.order_by("pk").values_list("verified_by", "withdrawn_by", "reason")) == [
        (persons["officer"].pk, persons["manager"].pk, "changed"), (persons["manager"].pk, None, "")
    ]  # fmt: skip
    told = Message.objects.order_by("made_at", "id").values_list("person", "kind", "link")
    assert list(told) == [(persons["editor"].pk, "organisation_verified", f"/my-organisations/{house.pk}/")] * 3
    assert [entry.deed for entry in Entry.objects.order_by("seq")] == [
        f"organisations.{deed}_organisation" for deed in ("verify", "unverify", "verify")
    ]


@pytest.mark.parametrize("reason", ["", "merged", "whim"])
def test_only_a_reason_that_there_is(reason: str) -> None:
    house, officer = an_organisation(), people()["officer"]
    verify_organisation(organisation_id=house.pk, by=officer, at=AT)
    said = outcome(unverify_organisation, organisation_id=house.pk, reason=reason, by=officer, at=AT)
    assert (said, Verification.objects.standing().count()) == ("no_such_reason", 1)


def test_what_waits_is_what_somebody_acts_for():
    persons = people()
    asked, acted, verified, _nobodys = (an_organisation(name) for name in "abcd")
    dead = an_organisation("e", merged_into=acted)
    membership(asked, persons["applicant"], "requested")
    for house in (acted, verified, dead):
        membership(house, persons["editor"])
    verify_organisation(organisation_id=verified.pk, by=persons["officer"], at=AT)
    assert waiting_for_verification().rows == [asked, acted]
    unverify_organisation(organisation_id=verified.pk, reason="mistake", by=persons["officer"], at=AT)
    assert waiting_for_verification().rows == [asked, acted, verified]


@pytest.mark.parametrize("number", [1, 3])
def test_what_waits_is_one_query(number: int, django_assert_num_queries) -> None:
    editor = people()["editor"]
    for name in "abc"[:number]:
        membership(an_organisation(name), editor)
    with django_assert_num_queries(1):
        assert len(waiting_for_verification().rows) == number


@pytest.mark.django_db(transaction=True)
def test_of_two_who_verify_at_once_one_does():
    house, persons = an_organisation(), people()
    said: list[str] = []
    start = threading.Barrier(2)

    def verify(who: str) -> None:
        try:
            start.wait()
            said.append(outcome(verify_organisation, organisation_id=house.pk, by=persons[who], at=AT))
        finally:
            connection.close()

    threads = [threading.Thread(target=verify, args=[who]) for who in ("officer", "manager")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == ["already_verified", "done"]
    assert Verification.objects.count() == Entry.objects.count() == 1
