"""Work that is done later, beside the server: `thing.later(key=value)` queues it, `run_due(at)` does what is due.

A queued job is a row of the same transaction as the deed that asks for it: both are kept or neither. Running it and
taking its row away are one transaction too, so that what it does to the database is done exactly once, however often
a worker is killed. A job is short, for the database may be its own meanwhile. Letters have their own queue (ADR 7).
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.module_loading import import_string

from samverk.portal.foundation.models import QueuedJob

log = logging.getLogger(__name__)

CLAIM = timedelta(minutes=5)
"""How long a job is its taker's. One whose taker was killed is taken again afterwards."""

PAUSE = timedelta(minutes=1)
"""After the first attempt that failed; each further pause is four times as long."""

AT_ONCE = 20
"""Jobs in one go, so that the worker looks at other things between."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class TakenOver(Exception):
    """Somebody else has taken the job, whose claim had run out: what was done of it here is undone."""


@dataclass(frozen=True, slots=True)
class Job:
    """A function of a module, which is called with what was given by keyword and `at`, the time."""

    function: Callable[..., object]
    tries: int

    @property
    def path(self) -> str:
        """Where it is found again."""
        return f"{self.function.__module__}.{self.function.__qualname__}"

    def later(self, **given: str | int | bool | None) -> None:
        """Queue it; with the transaction around, if there is one. Only primitives, and no secrets."""
        later(self.path, **given)


def job(*, tries: int = 5) -> Callable[[Callable[..., object]], Job]:
    """Make a function a job that is tried so often."""
    return lambda function: Job(function, tries)


def later(path: str, **given: str | int | bool | None) -> None:
    """The same for an action, which stands below the jobs of its stage and cannot import them."""
    QueuedJob.objects.create(path=path, given=given)


def run_due(at: datetime) -> int:
    """Do what is due, the oldest first, at most AT_ONCE of it; return how many succeeded."""
    due = QueuedJob.objects.filter(_due(at), failed=False).order_by(F("due_at").asc(nulls_first=True), "id")
    return sum(_run(row, at) for row in due[:AT_ONCE] if _take(row, at))


def keep_schedule(regular: dict[Job, timedelta], at: datetime) -> None:
    """Have these jobs run every so often, and no others. A new one runs at once; missed times are made up for once."""
    times = {job.path: every for job, every in regular.items()}
    kept = dict(QueuedJob.objects.filter(every__isnull=False).values_list("path", "every"))
    if kept == times:
        return
    changed = [path for path, every in kept.items() if times.get(path) != every]
    QueuedJob.objects.filter(every__isnull=False, path__in=changed).delete()
    rows = [QueuedJob(path=path, every=every, due_at=at) for path, every in times.items()]
    QueuedJob.objects.bulk_create(rows, ignore_conflicts=True)


def _due(at: datetime) -> Q:
    return Q(due_at__isnull=True) | Q(due_at__lte=at)


def _take(row: QueuedJob, at: datetime) -> bool:
    """Whether the job is the caller's to do: of several who read it, only the first finds it as it was read."""
    as_read = QueuedJob.objects.filter(pk=row.pk, due_at=row.due_at, failed=False)
    row.due_at, row.attempts = at + CLAIM, row.attempts + 1
    return bool(as_read.update(due_at=row.due_at, attempts=row.attempts))


def _run(row: QueuedJob, at: datetime) -> bool:
    if row.attempts > _tries(row):  # whoever tried for the last time was killed, perhaps by the job
        _give_up(row, at, "Killed")
        return False
    try:
        with transaction.atomic():
            _find(row).function(**row.given, at=at)
            _done(row, at)
    except Exception as error:  # noqa: BLE001 - whatever it is about this one job, the next ones run
        log.warning("job %s failed: %s", row.path, type(error).__name__)  # the rest of it may hold anything
        _try_later(row, at, type(error).__name__)
        return False
    return True


def _find(row: QueuedJob) -> Job:
    found: Any = import_string(row.path)
    if not isinstance(found, Job):
        raise ImportError(row.path)  # noqa: TRY004 - to whoever queued it, it is not there
    return found


def _mine(row: QueuedJob) -> Any:
    """The row, for as long as it is the taker's."""
    return QueuedJob.objects.filter(pk=row.pk, due_at=row.due_at)


def _done(row: QueuedJob, at: datetime) -> None:
    if row.every:
        kept = _mine(row).update(due_at=_next(row.every, at), attempts=0, error="")
    else:
        kept, _ = _mine(row).delete()
    if not kept:
        raise TakenOver


def _next(every: timedelta, at: datetime) -> datetime:
    """The first full period after `at`, counted from 1970 on, so that a late run does not move those after it."""
    return EPOCH + ((at - EPOCH) // every + 1) * every


def _try_later(row: QueuedJob, at: datetime, error: str) -> None:
    if row.attempts < _tries(row):
        _mine(row).update(due_at=at + PAUSE * 4 ** (row.attempts - 1), error=error)
    else:
        _give_up(row, at, error)


def _give_up(row: QueuedJob, at: datetime, error: str) -> None:
    """For good, but a regular job only until its next time."""
    if row.every:
        _mine(row).update(due_at=_next(row.every, at), attempts=0, error=error)
    else:
        _mine(row).update(failed=True, error=error)


def _tries(row: QueuedJob) -> int:
    """One that is no longer there gets as many tries as others: the version that knows it may come back."""
    try:
        return _find(row).tries
    except ImportError:
        return 5
