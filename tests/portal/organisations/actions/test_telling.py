"""Who hears that somebody asks to act for an organisation, and that it was answered."""

from datetime import UTC, datetime

import pytest
from tests.portal.organisations.build import an_organisation, membership, people

from samverk.portal.notices.models import Letter, Message
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.request_membership import request_membership

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("members", "kind", "told"),
    [
        ({}, "editor", {"officer", "manager"}),
        ({"editor": "editor"}, "editor", {"editor"}),
        ({"editor": "editor", "signatory": "legal_representative"}, "editor", {"editor", "signatory"}),
        ({"editor": "editor", "signatory": "legal_representative"}, "legal_representative", {"signatory"}),
        ({"editor": "editor"}, "legal_representative", {"officer", "manager"}),
    ],
    ids=["nobody acts", "an editor", "both", "both-signing", "an editor-signing"],
)
def test_those_who_may_answer_are_told(members: dict[str, str], kind: str, told: set[str]) -> None:
    house, persons = an_organisation(), people()
    for who, as_what in members.items():
        membership(house, persons[who], kind=as_what)
    membership(an_organisation("Elsewhere"), persons["elsewhere"], kind="legal_representative")
    asked = request_membership(organisation=house.pk, kind=kind, by=persons["applicant"], at=AT)
    page = "/agency/organisations/" if "officer" in told else f"/my-organisations/{house.pk}/"
    assert set(Message.objects.values_list("person", "kind", "about", "link")) == {
        (persons[who].pk, "membership_requested", asked.about, page) for who in told
    }
    assert set(Letter.objects.values_list("person", flat=True)) == {persons[who].pk for who in told}


def test_an_officer_who_asks_hears_nothing_of_it():
    house, persons = an_organisation(), people()
    request_membership(organisation=house.pk, kind="editor", by=persons["officer"], at=AT)
    assert list(Message.objects.values_list("person", flat=True)) == [persons["manager"].pk]


@pytest.mark.parametrize(("approve", "told"), [(True, 1), (False, 0)])
def test_who_asked_hears_the_answer(approve: bool, told: int) -> None:
    house, persons = an_organisation(), people()
    row = membership(house, persons["applicant"], "requested")
    answer_membership(membership=row.pk, approve=approve, by=persons["officer"], at=AT)
    [message] = Message.objects.all()
    page = f"/my-organisations/{house.pk}/" if approve else "/my-organisations/"
    assert (message.person, message.kind, message.link) == (persons["applicant"], "membership_answered", page)
    assert message.facts == {"organisation": "Lund University", "accepted": told}


def test_who_has_no_account_any_more_is_told_nothing():
    house, persons = an_organisation(), people()
    row = membership(house, persons["applicant"], "requested")
    persons["applicant"].is_active = False
    persons["applicant"].save()
    answer_membership(membership=row.pk, approve=True, by=persons["officer"], at=AT)
    assert not Message.objects.exists()
