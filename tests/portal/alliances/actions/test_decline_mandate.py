"""Declining to sign, with a reason for those who asked."""

import pytest
from tests.portal.alliances.build import LATER, not_found, one_entry, person, refused
from tests.portal.alliances.mandates import asked, newest, with_bengt

from samverk.portal.alliances.actions.decline_mandate import CannotDeclineMandate, decline_mandate
from samverk.portal.notices.models import Message

pytestmark = pytest.mark.django_db


def test_the_reason_is_kept_and_told_nobody_by_mail():
    alliance = with_bengt()
    token = asked(alliance)
    with one_entry("alliances.decline_mandate", newest().about, alliance, by="Rut"):
        decline_mandate(token=token, reason=" Not before June ", by=person("Rut"), at=LATER)
    row = newest()
    assert (row.state, row.reason, row.answered_by) == ("declined", "Not before June", person("Rut"))
    told = Message.objects.filter(kind="mandate_declined").order_by("person__name")
    assert [one.person.name for one in told] == ["Anna", "Bengt"]
    assert "June" not in str([one.facts for one in told])


@pytest.mark.parametrize("who", ["Anna", "Bengt", "Carla"])
def test_others_cannot(who: str) -> None:
    token = asked(with_bengt())
    with refused(CannotDeclineMandate, "not_addressee"):
        decline_mandate(token=token, reason="", by=person(who), at=LATER)


@pytest.mark.parametrize(("reason", "code"), [("x" * 4001, "too_long"), ("\x00", "not_a_fact")])
def test_what_cannot_be_kept_is_refused(reason: str, code: str) -> None:
    token = asked(with_bengt())
    with refused(CannotDeclineMandate, code):
        decline_mandate(token=token, reason=reason, by=person("Rut"), at=LATER)


def test_once():
    token = asked(with_bengt())
    decline_mandate(token=token, reason="", by=person("Rut"), at=LATER)
    with not_found():
        decline_mandate(token=token, reason="", by=person("Rut"), at=LATER)
