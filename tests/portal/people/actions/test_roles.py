"""Roles: who gives and ends them, and that one call manager always stays."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
from samverk.portal.people.actions.end_role import CannotEndRole, end_role
from samverk.portal.people.actions.grant_role import CannotGrantRole, grant_role
from samverk.portal.people.models import Person, Role, RoleKind
from samverk.portal.people.permissions import may_end_role
from samverk.portal.people.queries import roles_ended, roles_now, roles_of

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)
ROLES = ("call_manager", "officer", "finance", "auditor", "expert", "")


def person(name: str, kind: str = "") -> Person:
    made = Person.objects.create_user(f"{name}@example.org", name=name.capitalize())
    if kind:
        made.roles.create(kind=kind, since=AT)
    return made


@pytest.mark.django_db
@pytest.mark.parametrize("kind", RoleKind.values)
def test_granted_by_a_manager_and_on_record(kind):
    maria, otto = person("maria", "call_manager"), person("otto")
    role = grant_role(email=" Otto@Example.org ", kind=kind, by=maria, at=AT)
    assert (roles_of(otto), role.since) == ({kind}, AT)
    entry = Entry.objects.get()
    assert (entry.deed, entry.about, entry.within, entry.by) == (
        "people.grant_role", f"role:{role.pk}", f"person:{otto.pk}", maria.pk
    )  # fmt: skip
    assert entry.told == {"kind": kind, "from": "screen"}


@pytest.mark.django_db
def test_the_command_line_makes_the_first_manager_and_the_ledger_says_so():
    otto = person("otto")
    grant_role(email="otto@example.org", kind="call_manager", by=None, at=AT)
    entry = Entry.objects.get()
    assert (roles_of(otto), entry.by, entry.told["from"]) == ({"call_manager"}, None, "command_line")


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ROLES, ids=lambda kind: kind or "nobody's role")
def test_who_gives_and_ends_roles(kind):
    someone = person("someone", kind)
    person("maria", "call_manager")
    role = Role.objects.create(person=person("otto"), kind="expert", since=AT)
    person("nina")
    deeds = [
        lambda: grant_role(email="nina@example.org", kind="officer", by=someone, at=AT),
        lambda: end_role(role_id=role.pk, by=someone, at=AT),
    ]
    assert [reason_of(deed) for deed in deeds] == ["" if kind == "call_manager" else "not_call_manager"] * 2
    assert Entry.objects.count() == (2 if kind == "call_manager" else 0)


def reason_of(deed):
    try:
        deed()
    except (CannotGrantRole, CannotEndRole) as refusal:
        return refusal.reason
    return ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("email", "kind", "reason"),
    [
        pytest.param("nobody@example.org", "officer", "no_such_person", id="no account"),
        pytest.param("", "officer", "no_such_person", id="no address"),
        pytest.param("closed@example.org", "officer", "no_such_person", id="a closed account"),
        pytest.param("otto@example.org", "king", "no_such_role", id="no such role"),
        pytest.param("otto@example.org", "", "no_such_role", id="no role"),
        pytest.param("otto@example.org", "expert", "has_this_role", id="has it already"),
    ],
)
def test_what_is_not_granted(email, kind, reason):
    maria = person("maria", "call_manager")
    person("otto", "expert")
    person("closed")
    Person.objects.filter(email="closed@example.org").update(is_active=False)
    with pytest.raises(CannotGrantRole, match=reason):
        grant_role(email=email, kind=kind, by=maria, at=AT)
    assert (Role.objects.count(), Entry.objects.count()) == (2, 0)


@pytest.mark.django_db
def test_a_role_ends_once_and_can_be_given_again():
    maria, otto = person("maria", "call_manager"), person("otto")
    first = grant_role(email=otto.email, kind="officer", by=maria, at=AT)
    end_role(role_id=first.pk, by=maria, at=AT + DAY)
    assert (roles_of(otto), Entry.objects.latest("seq").deed) == (set(), "people.end_role")
    with pytest.raises(CannotEndRole, match="wrong_state"):
        end_role(role_id=first.pk, by=maria, at=AT + DAY)
    again = grant_role(email=otto.email, kind="officer", by=maria, at=AT + 2 * DAY)
    assert [row.pk for row in roles_ended().rows] == [first.pk]
    assert {row.pk for row in roles_now(kind="officer").rows} == {again.pk}


@pytest.mark.django_db
def test_there_is_no_such_role():
    with pytest.raises(NotFound):
        end_role(role_id=77, by=person("maria", "call_manager"), at=AT)


@pytest.mark.django_db
def test_the_last_manager_stays_and_the_last_but_one_goes():
    maria, mats = person("maria", "call_manager"), person("mats", "call_manager")
    first, last = Role.objects.order_by("pk")
    end_role(role_id=first.pk, by=maria, at=AT)
    for by in (mats, None):
        with pytest.raises(CannotEndRole, match="last_manager"):
            end_role(role_id=last.pk, by=by, at=AT)
    assert roles_of(mats) == {"call_manager"}


@pytest.mark.django_db
@pytest.mark.parametrize("names", [("a",), ("a", "b", "c")], ids=["1", "3"])
def test_each_list_is_one_query(names, django_assert_num_queries):
    for name in names:
        person(name, "expert").roles.create(kind="officer", since=AT, ended_at=AT)
    with django_assert_num_queries(2):
        told = [str(row.person) for row in [*roles_now().rows, *roles_ended().rows]]
    assert len(told) == 2 * len(names)


def at_once(*deeds):
    """How each ended: `done`, or the reason of its refusal. Any other error is raised."""
    start, ends, errors = threading.Barrier(len(deeds)), [], []

    def run(deed):
        start.wait()
        try:
            deed()
            ends.append("done")
        except Refusal as refusal:
            ends.append(refusal.reason)
        except Exception as error:  # noqa: BLE001 - raised below
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        raise error
    return ends


@pytest.mark.django_db(transaction=True)
def test_two_managers_who_end_each_other():
    for number in range(5):
        Role.objects.filter(ended_at__isnull=True).update(ended_at=AT)
        one, other = person(f"one{number}", "call_manager"), person(f"other{number}", "call_manager")
        ends = at_once(
            lambda one=one, other=other: end_role(role_id=other.roles.get().pk, by=one, at=AT),
            lambda one=one, other=other: end_role(role_id=one.roles.get().pk, by=other, at=AT),
        )
        assert sorted(ends) == ["done", "not_call_manager"]
        assert Role.objects.filter(kind="call_manager", ended_at__isnull=True).count() == 1
    assert list(faults()) == []


@pytest.mark.django_db(transaction=True)
def test_two_managers_who_leave_together():
    for number in range(5):
        Role.objects.filter(ended_at__isnull=True).update(ended_at=AT)
        pair = [person(f"{name}{number}", "call_manager") for name in ("one", "other")]
        ends = at_once(*(lambda one=one: end_role(role_id=one.roles.get().pk, by=one, at=AT) for one in pair))
        assert sorted(ends) == ["done", "last_manager"]


@pytest.mark.django_db(transaction=True)
def test_two_who_give_the_same_role():
    maria, otto = person("maria", "call_manager"), person("otto")
    for _ in range(5):
        ends = at_once(*[lambda: grant_role(email=otto.email, kind="officer", by=maria, at=AT)] * 2)
        assert sorted(ends) == ["done", "has_this_role"]
        otto.roles.update(ended_at=AT)


@pytest.mark.django_db
def test_without_the_lock_nobody_would_be_left():
    """What each of two would see who look before the other is done: both may."""
    maria, mats = person("maria", "call_manager"), person("mats", "call_manager")
    assert [bool(may_end_role(one, one.roles.get())) for one in (maria, mats)] == [True, True]
    Role.objects.update(ended_at=AT)
    assert list(roles_now().rows) == []
