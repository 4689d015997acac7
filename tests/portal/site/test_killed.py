"""kill -9 of real processes on an SQLite file: what was acknowledged is kept, and done exactly once."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SLOW = """
from pathlib import Path
from samverk.portal.foundation.jobs import job
from samverk.portal.ledger.actions.record import record


@job()
def slow(*, mark: str, at):
    record(deed="test.slow", about="job:1", by=None, at=at)
    if not Path(mark).exists():
        Path(mark).touch()
        import time
        time.sleep(120)
"""
QUEUE = """
import sys, time
import django; django.setup()
from django.db import transaction
from django.utils import timezone
from samverk.portal.foundation.jobs import later
from samverk.portal.ledger.actions.record import record
with transaction.atomic():
    record(deed="test.asked", about="job:1", by=None, at=timezone.now())
    later("slow_job.slow", mark=sys.argv[1])
print("acknowledged", flush=True)
time.sleep(120)
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    here = {name: value for name, value in os.environ.items() if name != "SAMVERK_DATABASE_URL"}
    (tmp_path / "slow_job.py").write_text(SLOW)
    environment = {
        **here,
        "SAMVERK_DATA_DIR": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "samverk.portal.site.settings",
        "PYTHONPATH": str(tmp_path),
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0", "--skip-checks"], env=environment, check=True)
    return environment


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    started = []

    def start(*command: str) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen([sys.executable, *command], env=environment, stdout=subprocess.PIPE))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def rows(folder: Path, query: str) -> list[tuple]:
    with sqlite3.connect(folder / "data" / "samverk.sqlite3", timeout=30) as database:
        return database.execute(query).fetchall()


def until(seen: Callable[[], bool]) -> bool:
    """Whether it comes true within 60 seconds."""
    for _ in range(600):
        if seen():
            return True
        time.sleep(0.1)
    return False


def test_what_was_acknowledged_survives_and_is_done_exactly_once(start, tmp_path):
    mark, deeds = tmp_path / "begun", "select deed from ledger_entry where deed like 'test.%' order by seq"
    server = start("-c", QUEUE, str(mark))
    assert server.stdout.readline() == b"acknowledged\n"
    server.kill()
    assert server.wait() == -signal.SIGKILL
    worker = start("-m", "samverk.portal.site.worker", str(os.getpid()))
    assert until(mark.exists)
    worker.kill()
    assert worker.wait() == -signal.SIGKILL
    assert rows(tmp_path, deeds) == [("test.asked",)]
    with sqlite3.connect(tmp_path / "data" / "samverk.sqlite3", timeout=30) as database:  # as if the claim had run out
        database.execute("update foundation_queuedjob set due_at = '2026-01-01 00:00:00' where every is null")
    start("-m", "samverk.portal.site.worker", str(os.getpid()))
    assert until(lambda: len(rows(tmp_path, deeds)) == 2)
    assert until(lambda: rows(tmp_path, "select count(*) from foundation_queuedjob where every is null") == [(0,)])
    assert rows(tmp_path, deeds) == [("test.asked",), ("test.slow",)]
