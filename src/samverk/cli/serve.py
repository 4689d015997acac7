"""`samverk serve`: the portal, on this machine."""

import errno
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, reason, say
from samverk.cli.portal import set_up_with_tables

THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)
"""Requests answered at once; SQLite writes one at a time, and more threads would only wait."""

LAST_WORDS = 10
"""Seconds that the worker has for the letters in its hand when the server stops."""


@click.command(help=told("help.serve"))
@click.option("--host", default="127.0.0.1", show_default=True, help=told("help.host"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=told("help.port"))
@language_option()
def serve(host: str, port: int, lang: str) -> None:
    """Bring everything up to date and run the server until it is stopped."""
    refuse_taken(host, port, lang)
    set_up_with_tables(lang)
    _fill_if_empty(lang)
    run(host, port, lang)


def run(host: str, port: int, lang: str) -> None:
    """The server and its worker, until stopped; the tables are there."""
    call_command("collectstatic", verbosity=0, interactive=False)
    if settings.DEMO:
        say(phrases(lang).say("serve.demo"), fg="yellow", bold=True)
    say(phrases(lang).say("serve.at", address=address(host, port)))
    with _worker_beside():
        _run(host, port)


def address(host: str, port: int) -> str:
    """Where a browser on this machine finds the portal."""
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def refuse_taken(host: str, port: int, lang: str) -> None:
    """Tell now, in a sentence, what the server would tell later in a traceback."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.create_server((host, port), family=family).close()
    except (OSError, UnicodeError) as error:
        kind = "taken" if getattr(error, "errno", None) == errno.EADDRINUSE else "no_address"
        told_ = phrases(lang).say(f"serve.{kind}", host=host, port=port, why=reason(error))
        raise Refusal(told_) from None


def _fill_if_empty(lang: str) -> None:
    from samverk.portal.organisations.actions.load_demo import load_demo  # noqa: PLC0415 - needs Django set up
    from samverk.portal.organisations.models import Organisation  # noqa: PLC0415

    if not Organisation.objects.exists():
        report = load_demo(at=timezone.now())
        say(phrases(lang).say("serve.filled", report.created))


def _run(host: str, port: int) -> None:
    from granian import Granian  # noqa: PLC0415 - no other command needs the server
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    server = Granian(
        "samverk.portal.site.wsgi:application",
        host,
        port,
        interface=Interfaces.WSGI,
        websockets=False,
        blocking_threads=THREADS,
        log_level=LogLevels.warning,
    )
    server.serve()


@contextmanager
def _worker_beside() -> Iterator[None]:
    """A worker for as long as the block runs."""
    stop = threading.Event()
    keeper = threading.Thread(target=_keep_working, args=(stop,))
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep_working(stop: threading.Event) -> None:
    """One worker after another, should one fall."""
    while not stop.is_set():
        command = [sys.executable, "-m", "samverk.portal.site.worker", str(os.getpid())]
        worker = subprocess.Popen(command)  # noqa: S603 - nothing of it comes from outside
        while worker.poll() is None and not stop.wait(1):
            pass
        _end(worker)


def _end(worker: subprocess.Popen[bytes]) -> None:
    worker.terminate()
    try:
        worker.wait(LAST_WORDS)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
