"""Who may ask, answer and end, in which state, and that the first answer holds."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from tests.portal.organisations.build import an_organisation, membership, people

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.end_membership import end_membership
from samverk.portal.organisations.actions.request_membership import request_membership
from samverk.portal.organisations.actions.withdraw_request import withdraw_request
from samverk.portal.organisations.models import Membership
from samverk.portal.organisations.queries import (
    asked_by,
    legal_representatives,
    members,
    organisations_of,
    requests_for,
)
from samverk.portal.organisations.states import MembershipState
from samverk.portal.people.models import Person

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db
STATES = list(MembershipState)


def outcome(deed, **given) -> str:
    try:
        deed(**given)
    except Refusal as refusal:
        return refusal.reason
    return "done"


# state: what each of them gets who answers
MAY_ANSWER = {
    "requested": {"member": "done", "applicant": "own_request", "officer": "done", "manager": "done"},
    **{
        state: {"member": "wrong_state", "applicant": "wrong_state", "officer": "wrong_state", "manager": "wrong_state"}
        for state in ("active", "declined", "ended", "withdrawn")
    },
}
MAY_END = {
    "active": {"member": "done", "applicant": "done", "officer": "done", "manager": "done"},
    **{
        state: {"member": "wrong_state", "applicant": "wrong_state", "officer": "wrong_state", "manager": "wrong_state"}
        for state in ("requested", "declined", "ended", "withdrawn")
    },
}
NOBODY = {"stranger": "not_found", "finance": "not_found", "elsewhere": "not_found"}


def cases(table: dict[str, dict[str, str]]) -> list[object]:
    return [
        pytest.param(state, who, said, id=f"{state}-{who}")
        for state in STATES
        for who, said in (table[state] | NOBODY).items()
    ]


@pytest.mark.parametrize(("state", "who", "said"), cases(MAY_ANSWER))
def test_who_answers(state: str, who: str, said: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons["member"])
    membership(an_organisation("Elsewhere"), persons["elsewhere"])
    row = membership(house, persons["applicant"], state)
    assert outcome(answer_membership, membership=row.pk, approve=True, by=persons[who], at=AT) == said
    row.refresh_from_db()
    assert (row.state, Entry.objects.count()) == (("active", 1) if said == "done" else (state, 0))


@pytest.mark.parametrize(("state", "who", "said"), cases(MAY_END))
def test_who_ends(state: str, who: str, said: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons["member"])
    membership(an_organisation("Elsewhere"), persons["elsewhere"])
    row = membership(house, persons["applicant"], state)
    assert outcome(end_membership, membership=row.pk, by=persons[who], at=AT) == said
    row.refresh_from_db()
    assert (row.state, Entry.objects.count()) == (("ended", 1) if said == "done" else (state, 0))


MAY_WITHDRAW = {
    "requested": {"applicant": "done", "member": "not_yours", "officer": "not_yours", "manager": "not_yours"},
    **{
        state: {"member": "wrong_state", "applicant": "wrong_state", "officer": "wrong_state", "manager": "wrong_state"}
        for state in ("active", "declined", "ended", "withdrawn")
    },
}


@pytest.mark.parametrize(("state", "who", "said"), cases(MAY_WITHDRAW))
def test_who_withdraws(state: str, who: str, said: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons["member"])
    membership(an_organisation("Elsewhere"), persons["elsewhere"])
    row = membership(house, persons["applicant"], state)
    assert outcome(withdraw_request, membership=row.pk, by=persons[who], at=AT) == said
    row.refresh_from_db()
    deeds = list(Entry.objects.values_list("deed", flat=True))
    done = ("withdrawn", ["organisations.withdraw_request"])
    assert (row.state, deeds) == (done if said == "done" else (state, []))


@pytest.mark.parametrize("who", ["applicant", "officer", "stranger"])
@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("requested", "already_asked"),
        ("active", "already_asked"),
        ("declined", "done"),
        ("ended", "done"),
        ("withdrawn", "done"),
    ],
)
def test_who_asks(state: str, said: str, who: str) -> None:
    house, persons = an_organisation(), people()
    membership(house, persons[who], state)
    assert outcome(request_membership, organisation=house.pk, kind="editor", by=persons[who], at=AT) == said


def test_asked_answered_ended_and_what_is_on_record():
    house, persons = an_organisation(), people()
    membership(house, persons["member"], kind="legal_representative")
    asked = request_membership(organisation=house.pk, kind="legal_representative", by=persons["applicant"], at=AT)
    assert asked_by(persons["applicant"]) == [asked]
    assert [requests_for(persons[who]).rows for who in ("member", "officer", "applicant", "stranger")] == [
        [asked], [asked], [], []
    ]  # fmt: skip
    assert organisations_of(persons["applicant"]) == []
    answer_membership(membership=asked.pk, approve=True, by=persons["member"], at=AT)
    assert organisations_of(persons["applicant"]) == [house]
    assert set(legal_representatives(house.pk)) == {persons["member"], persons["applicant"]}
    assert {row.person for row in members(house)} == {persons["member"], persons["applicant"]}
    end_membership(membership=asked.pk, by=persons["applicant"], at=AT)
    assert legal_representatives(house.pk) == [persons["member"]]
    about = f"membership:{asked.pk}"
    assert list(Entry.objects.order_by("seq").values_list("deed", "about", "within", "by")) == [
        ("organisations.request_membership", about, f"organisation:{house.pk}", persons["applicant"].pk),
        ("organisations.answer_membership", about, f"organisation:{house.pk}", persons["member"].pk),
        ("organisations.end_membership", about, f"organisation:{house.pk}", persons["applicant"].pk),
    ]


@pytest.mark.parametrize(
    ("who", "kind", "said", "listed"),
    [
        ("member", "editor", "not_representative", 0),
        ("member", "legal_representative", "done", 1),
        ("officer", "", "done", 1),
        ("manager", "", "done", 1),
        ("finance", "", "not_found", 0),
        ("elsewhere", "legal_representative", "not_found", 0),
    ],
)
def test_no_editor_makes_a_legal_representative(who: str, kind: str, said: str, listed: int) -> None:
    house, persons = an_organisation(), people()
    if kind:
        membership(an_organisation("Elsewhere") if who == "elsewhere" else house, persons[who], kind=kind)
    row = membership(house, persons["applicant"], "requested", "legal_representative")
    assert len(requests_for(persons[who]).rows) == listed
    assert outcome(answer_membership, membership=row.pk, approve=True, by=persons[who], at=AT) == said
    row.refresh_from_db()
    assert row.state == ("active" if said == "done" else "requested")


def test_declined():
    house, persons = an_organisation(), people()
    row = membership(house, persons["applicant"], "requested")
    answer_membership(membership=row.pk, approve=False, by=persons["officer"], at=AT)
    told = Membership.objects.values_list("state", "answered_at", "answered_by").get()
    assert told == ("declined", AT, persons["officer"].pk)


@pytest.mark.parametrize(("organisation", "kind", "said"), [(0, "editor", "not_found"), (None, "king", "no_such_kind")])
def test_what_cannot_be_asked(organisation: int | None, kind: str, said: str) -> None:
    house, persons = an_organisation(), people()
    wanted = house.pk if organisation is None else organisation
    assert outcome(request_membership, organisation=wanted, kind=kind, by=persons["applicant"], at=AT) == said
    assert not Membership.objects.exists()


def test_no_such_membership():
    with pytest.raises(NotFound):
        end_membership(membership="01930000-0000-7000-8000-000000000000", by=people()["officer"], at=AT)


def test_the_database_keeps_one_open_request():
    house, persons = an_organisation(), people()
    membership(house, persons["applicant"], "requested")
    with pytest.raises(IntegrityError), transaction.atomic():
        membership(house, persons["applicant"], "active")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_answer_at_once_the_first_is_heard():
    house, persons = an_organisation(), people()
    membership(house, persons["member"])
    membership(house, persons["stranger"])
    row = membership(house, persons["applicant"], "requested")
    said: list[str] = []
    start = threading.Barrier(2)

    def answer(who: Person, *, approve: bool) -> None:
        try:
            start.wait()
            said.append(outcome(answer_membership, membership=row.pk, approve=approve, by=who, at=AT))
        finally:
            connection.close()

    threads = [
        threading.Thread(target=answer, args=[persons["member"]], kwargs={"approve": True}),
        threading.Thread(target=answer, args=[persons["stranger"]], kwargs={"approve": False}),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lost = [reason for reason in said if reason != "done"]
    assert len(said) == 2 and len(lost) == 1 and lost[0] in {"wrong_state", "changed_meanwhile"}
    row.refresh_from_db()
    state = "active" if row.answered_by == persons["member"] else "declined"
    assert (row.state, Entry.objects.count()) == (state, 1)
