"""What is done beside the server: `python -m samverk.portal.site.worker PID`, PID being the server's.

All that it works on are rows, so that it can be killed at any moment and another goes on.
"""

import logging
import os
import signal
import sys
import threading

import django
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

EVERY = 2
"""Seconds between two looks."""

log = logging.getLogger(__name__)


def main() -> None:
    """Work until told to stop (SIGTERM) or until the server is gone."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverk.portal.site.settings")
    django.setup()
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the server tells when it is time
    work(stop, server=int(sys.argv[1]))


def work(stop: threading.Event, *, server: int) -> None:
    """One look after another; a database that does not answer is asked again."""
    while os.getppid() == server and not stop.is_set():
        try:
            look()
        except DatabaseError as error:
            log.warning("jobs and letters wait: %s", type(error).__name__)
        close_old_connections()
        stop.wait(EVERY)


def look() -> None:
    """Do what is due now: jobs, and then the letters that some of them write."""
    from samverk.portal.foundation.jobs import keep_schedule, run_due  # noqa: PLC0415 - needs Django set up
    from samverk.portal.notices.actions.send_letters import send_letters  # noqa: PLC0415
    from samverk.portal.site.schedule import REGULAR  # noqa: PLC0415

    keep_schedule(REGULAR, at=timezone.now())
    run_due(timezone.now())
    send_letters(at=timezone.now())


if __name__ == "__main__":
    main()
