"""The worker beside the server: letters go, killing it loses none, and it never outlives the server."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SETTINGS = "samverk.portal.site.settings"
POST = """
import django; django.setup()
from django.utils import timezone
from samverk.portal.notices.actions.post import post
from samverk.portal.notices.states import Kind
post(kind=Kind.REMINDER, address="ida@samverk.example", language="en", link="/x/", facts={}, at=timezone.now())
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A data folder with all tables in an SQLite of its own, whatever the other tests run on."""
    here = {name: value for name, value in os.environ.items() if name != "SAMVERK_DATABASE_URL"}
    environment = {**here, "SAMVERK_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": SETTINGS}
    command = [sys.executable, "-m", "django", "migrate", "-v0"]
    subprocess.run(command, env=environment, check=True)
    return environment


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[[int], subprocess.Popen[bytes]]]:
    started = []

    def start(server: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "samverk.portal.site.worker", str(server)]
        started.append(subprocess.Popen(command, env=environment))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()


def until(seen: Callable[[], bool]) -> bool:
    """Whether it comes true within 30 seconds."""
    for _ in range(300):
        if seen():
            return True
        time.sleep(0.1)
    return False


def post(environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", POST], env=environment, check=True)


def states(folder: Path) -> list[str]:
    with sqlite3.connect(folder / "samverk.sqlite3", timeout=30) as database:
        return [state for (state,) in database.execute("select state from notices_letter order by id")]


def test_a_worker_that_is_killed_loses_no_letter(environment, start, tmp_path):
    first = start(os.getpid())
    post(environment)
    assert until(lambda: states(tmp_path) == ["sent"])
    first.kill()
    assert first.wait() == -signal.SIGKILL
    post(environment)
    assert states(tmp_path) == ["sent", "queued"]
    start(os.getpid())
    assert until(lambda: states(tmp_path) == ["sent", "sent"])
    assert len(list((tmp_path / "mail").iterdir())) == 2


def test_it_stops_when_told_and_when_the_server_is_gone(start):
    told, orphan = start(os.getpid()), start(0)
    assert orphan.wait(30) == 0
    assert told.poll() is None
    told.terminate()
    assert told.wait(30) in (0, -signal.SIGTERM)
