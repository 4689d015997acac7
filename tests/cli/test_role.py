"""`samverk role`."""

import pytest

from samverk.portal.ledger.models import Entry
from samverk.portal.people.models import Person
from samverk.portal.people.queries import roles_of

from .commands import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def otto():
    return Person.objects.create_user("otto@example.org", name="Otto Öman")


def test_given_listed_ended(otto):
    Person.objects.create_user("maria@example.org", name="Maria")
    assert run("role", "grant", "maria@example.org", "call_manager").exit_code == 0
    given = run("role", "grant", "OTTO@example.org", "officer", "--lang", "en")
    assert (given.exit_code, given.output) == (0, "otto@example.org is officer now.\n")
    told = run("role", "list").output.splitlines()
    assert [(line.split()[0], line.split()[2:]) for line in told] == [
        ("call_manager", ["maria@example.org", "Maria"]),
        ("officer", ["otto@example.org", "Otto", "Öman"]),
    ]
    ended = run("role", "end", "otto@example.org", "officer", "--lang", "sv")
    assert (ended.exit_code, ended.output) == (0, "otto@example.org är inte längre officer.\n")
    assert roles_of(otto) == set()
    rows = Entry.objects.order_by("seq").values_list("deed", "by")
    assert list(rows) == [("people.grant_role", None)] * 2 + [("people.end_role", None)]


def test_an_empty_list_says_how_to_begin():
    assert "samverk role grant EMAIL call_manager" in run("role", "list", "--lang", "en").output


@pytest.mark.parametrize("lang", ["en", "sv"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("grant", "nobody@example.org", "officer"), "nobody@example.org", id="grant: no account"),
        pytest.param(("grant", "otto@example.org", "king"), "call_manager, officer, finance", id="grant: no role"),
        pytest.param(("grant", "otto@example.org", "call_manager"), "call_manager", id="grant: has it"),
        pytest.param(("end", "nobody@example.org", "officer"), "nobody@example.org", id="end: no account"),
        pytest.param(("end", "otto@example.org", "king"), "call_manager, officer, finance", id="end: no role"),
        pytest.param(("end", "otto@example.org", "officer"), "samverk role list", id="end: has it not"),
        pytest.param(("end", "otto@example.org", "call_manager"), "samverk role grant", id="end: the last manager"),
    ],
)
def test_what_cannot_be_is_one_line_and_exit_status_2(otto, lang, arguments, said):
    run("role", "grant", "otto@example.org", "call_manager")
    result = run("role", *arguments, "--lang", lang)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert said in result.stderr
    assert (roles_of(otto), Entry.objects.count()) == ({"call_manager"}, 1)


def test_signs_that_steer_a_terminal_are_not_repeated():
    assert "\x1b" not in run("role", "grant", "\x1b[31m@example.org", "officer").stderr
