"""`samverk verify`."""

from datetime import UTC, datetime
from importlib import import_module

import pytest
from django.db import connection

from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import mark

from .commands import run

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
lock = import_module("samverk.portal.ledger.migrations.0002_append_only")

pytestmark = pytest.mark.django_db


def write(entries: int) -> None:
    for number in range(entries):
        record(deed="d", about=f"x:{number}", by=None, at=AT)


def test_a_whole_ledger_tells_its_end_which_can_be_given_back():
    write(3)
    first = run("verify", "ledger", "--lang", "sv")
    assert first.exit_code == 0 and "Liggaren är hel: 3 poster" in first.output
    write(1)
    noted = first.output.split()[-1]
    assert run("verify", "ledger", "--noted", noted).exit_code == 0


def test_an_empty_ledger_is_whole():
    assert "0 entries" in run("verify", "ledger", "--lang", "en").output


def test_every_fault_is_named_up_to_a_number_and_the_exit_status_is_one():
    write(30)
    with connection.cursor() as cursor:
        for statement in lock.UNLOCK[connection.vendor]:
            cursor.execute(statement)
    Entry.objects.update(deed="other")
    result = run("verify", "ledger", "--lang", "en")
    assert result.exit_code == 1
    assert "Entry 1: it is not as it was sealed." in result.output and "and 10 more faults" in result.output


def test_an_end_of_another_ledger_is_told():
    write(2)
    other = f"2:{'0' * 64}"
    result = run("verify", "ledger", "--noted", other, "--lang", "en")
    assert result.exit_code == 1 and other in result.output


@pytest.mark.parametrize(
    "noted", ["", "2", "2:", "x:" + "0" * 64, f"{'9' * 30}:{'0' * 64}", "2:" + "0" * 63, "\x1b[31m"]
)
def test_what_is_no_end_is_bad_input(noted: str) -> None:
    write(1)
    result = run("verify", "ledger", "--noted", noted, "--lang", "en")
    assert result.exit_code == 2 and "64 letters" in result.stderr
    assert "\x1b" not in result.stderr


def test_the_end_noted_now_holds():
    write(1)
    assert run("verify", "ledger", "--noted", str(mark())).exit_code == 0
