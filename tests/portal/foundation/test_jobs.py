"""Jobs: kept with the deed, done exactly once, tried again with growing pauses, and regularly."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from samverk.portal.foundation.jobs import AT_ONCE, CLAIM, PAUSE, _take, job, keep_schedule, run_due
from samverk.portal.foundation.models import QueuedJob
from samverk.portal.ledger.actions.record import record
from samverk.portal.ledger.models import Entry

AT = datetime(2026, 11, 24, 9, 10, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@job()
def note(*, about: str, at: datetime) -> None:
    """A deed, so that what a job did can be counted."""
    record(deed="test.note", about=about, by=None, at=at)


@job(tries=3)
def half(*, about: str, at: datetime) -> None:
    """A deed, and then it fails."""
    record(deed="test.note", about=about, by=None, at=at)
    raise ConnectionRefusedError("a secret")


@job()
def overtaken(*, at: datetime) -> None:
    """So slow that its claim has run out, and another takes it."""
    record(deed="test.note", about="slow", by=None, at=at)
    QueuedJob.objects.update(due_at=at + 2 * CLAIM)


@job()
def chain(*, at: datetime) -> None:
    """Queues another."""
    note.later(about=f"after {at:%H}")


def noted() -> list[str]:
    return list(Entry.objects.filter(deed="test.note").order_by("seq").values_list("about", flat=True))


def left() -> list[tuple]:
    return list(QueuedJob.objects.order_by("id").values_list("attempts", "due_at", "failed", "error"))


@pytest.mark.django_db
def test_what_is_queued_is_done_once_in_its_order_and_leaves_nothing():
    note.later(about="first")
    QueuedJob.objects.update(due_at=AT - HOUR)
    note.later(about="at once")
    assert (run_due(AT), run_due(AT + DAY)) == (2, 0)
    assert (noted(), left()) == (["at once", "first"], [])


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_deed_that_was_undone_is_not_there():
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012 - both are the one thing
        note.later(about="never")
        raise ZeroDivisionError
    assert (run_due(AT), noted()) == (0, [])


@pytest.mark.django_db
def test_one_that_is_not_due_waits():
    note.later(about="later")
    QueuedJob.objects.update(due_at=AT + timedelta(seconds=1))
    assert run_due(AT) == 0
    assert run_due(AT + timedelta(seconds=1)) == 1


@pytest.mark.django_db
def test_a_failure_undoes_what_was_done_and_is_tried_again_after_growing_pauses():
    half.later(about="x")
    told = []
    for at in (AT, AT + PAUSE, AT + 5 * PAUSE, AT + DAY):
        assert run_due(at) == 0
        told += left()
    assert told == [
        (1, AT + PAUSE, False, "ConnectionRefusedError"),
        (2, AT + 5 * PAUSE, False, "ConnectionRefusedError"),
        (3, AT + 5 * PAUSE + CLAIM, True, "ConnectionRefusedError"),
        (3, AT + 5 * PAUSE + CLAIM, True, "ConnectionRefusedError"),
    ]
    assert noted() == []


@pytest.mark.django_db
def test_a_failure_tells_the_log_no_secret_and_does_not_stop_the_next(caplog):
    half.later(about="x")
    note.later(about="y")
    assert run_due(AT) == 1
    assert "ConnectionRefusedError" in caplog.text
    assert "a secret" not in caplog.text


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["samverk.nowhere.gone", f"{__name__}.noted"], ids=["no module", "no job"])
def test_a_job_that_this_version_does_not_know_waits_for_one_that_does(path):
    QueuedJob.objects.create(path=path)
    assert run_due(AT) == 0
    assert left() == [(1, AT + PAUSE, False, "ImportError" if "noted" in path else "ModuleNotFoundError")]


@pytest.mark.django_db
def test_one_whose_taker_was_killed_is_taken_when_the_claim_has_run_out():
    note.later(about="x")
    assert _take(QueuedJob.objects.get(), AT) is True
    assert run_due(AT + CLAIM - timedelta(seconds=1)) == 0
    assert run_due(AT + CLAIM) == 1
    assert noted() == ["x"]


@pytest.mark.django_db
def test_one_that_kills_every_worker_is_given_up():
    note.later(about="x")
    at = AT
    for _ in range(5):
        assert _take(QueuedJob.objects.get(), at) is True
        at += CLAIM
    assert run_due(at) == 0
    assert (noted(), left()) == ([], [(6, at + CLAIM, True, "Killed")])


@pytest.mark.django_db
def test_a_late_worker_undoes_its_work_when_another_has_taken_over():
    overtaken.later()
    assert run_due(AT) == 0
    assert noted() == []
    assert left() == [(1, AT + PAUSE, False, "TakenOver")]


@pytest.mark.django_db
def test_no_more_than_so_many_in_one_go_and_a_new_one_in_the_next():
    for number in range(AT_ONCE):
        note.later(about=str(number))
    QueuedJob.objects.create(path=chain.path, due_at=AT)  # behind those that are due at once
    assert [run_due(AT), run_due(AT), run_due(AT), run_due(AT)] == [AT_ONCE, 1, 1, 0]
    assert noted()[-1] == "after 09"


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_a_job_once():
    for number in range(6):
        note.later(about=str(number))
    ready, counts = threading.Barrier(2), []

    def work() -> None:
        ready.wait()
        counts.append(run_due(AT))
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    while run_due(AT + DAY):  # whatever failed in the race is tried again
        pass
    assert sorted(noted()) == ["0", "1", "2", "3", "4", "5"]


@pytest.mark.django_db
def test_a_new_regular_job_runs_at_once_and_then_at_full_periods():
    schedule = {chain: HOUR}
    keep_schedule(schedule, AT)
    assert [run_due(AT), run_due(AT), noted()] == [1, 1, ["after 09"]]
    assert left() == [(0, datetime(2026, 11, 24, 10, tzinfo=UTC), False, "")]


@pytest.mark.django_db
def test_missed_times_are_made_up_for_once():
    keep_schedule({chain: HOUR}, AT)
    run_due(AT)
    late = AT + DAY
    keep_schedule({chain: HOUR}, late)
    assert [run_due(late), run_due(late), run_due(late)] == [2, 1, 0]
    assert left() == [(0, datetime(2026, 11, 25, 10, tzinfo=UTC), False, "")]


@pytest.mark.django_db
def test_a_schedule_that_changes_is_followed_and_a_queued_job_of_the_same_kind_stays():
    keep_schedule({chain: HOUR, half: DAY}, AT)
    chain.later()
    keep_schedule({chain: DAY}, AT)
    rows = QueuedJob.objects.order_by("id").values_list("path", "every")
    assert sorted(rows, key=str) == sorted([(chain.path, None), (chain.path, DAY)], key=str)


@pytest.mark.django_db
def test_a_schedule_that_is_kept_costs_one_query(django_assert_num_queries):
    keep_schedule({chain: HOUR, half: DAY}, AT)
    with django_assert_num_queries(1):
        keep_schedule({chain: HOUR, half: DAY}, AT)


@pytest.mark.django_db
def test_a_regular_job_that_fails_is_tried_again_and_then_at_its_next_time():
    QueuedJob.objects.create(path=half.path, given={"about": "x"}, every=DAY, due_at=AT)
    for at in (AT, AT + PAUSE, AT + 5 * PAUSE):
        assert run_due(at) == 0
    assert left() == [(0, datetime(2026, 11, 25, tzinfo=UTC), False, "ConnectionRefusedError")]
