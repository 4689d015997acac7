"""`samverk doctor`: what is missing here, and what to do about it."""

import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from tempfile import TemporaryFile
from typing import Any

import click
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, reason, say
from samverk.cli.portal import set_up
from samverk.portal.site.configuration import Settings, read_settings
from samverk.scheme.book import open_book, schemes
from samverk.scheme.document import DocumentError
from samverk.scheme.words import Words

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing looked at. `needed`: the portal does not work without it."""

    name: str
    well: bool
    about: str = ""
    needed: bool = True


@click.command(help=told("help.doctor"))
@language_option()
@click.pass_context
def doctor(context: click.Context, lang: str) -> None:
    """Look at everything, and tell."""
    words, ill = phrases(lang), False
    for answer in _answers(lang):
        ill = ill or (answer.needed and not answer.well)
        _show(answer, words)
    context.exit(1 if ill else 0)


def _show(answer: Answer, words: Words) -> None:
    sign, colour = ("✓", "green") if answer.well else ("✗", "red") if answer.needed else ("–", "yellow")
    outcome = "ok" if answer.well else "fix"
    told_ = words.say(f"doctor.{answer.name}.{outcome}", about=answer.about)
    say(f"{sign} {told_}", fg=colour)


def _answers(lang: str) -> Iterator[Answer]:
    """Each answer; those that stand on one that is not well are left out."""
    yield Answer("python", sys.version_info >= (3, 11), ".".join(map(str, sys.version_info[:3])))
    yield _rulebooks()
    yield Answer("browser", any(map(shutil.which, BROWSERS)), needed=False)
    try:
        settings = read_settings()
    except ImproperlyConfigured as error:
        yield Answer("settings", well=False, about=str(error))
        return
    yield Answer("settings", well=True, about=_in_force(settings))
    if settings.demo:
        yield Answer("demo", well=False, needed=False)
    yield from _portal(settings, lang)


def _rulebooks() -> Answer:
    try:
        opened = [open_book(scheme, call) for scheme, calls in schemes().items() for call in calls]
    except DocumentError as error:
        return Answer("rulebooks", well=False, about=error.name)
    return Answer("rulebooks", bool(opened), str(len(opened)))


def _in_force(settings: Settings) -> str:
    """Every setting that is not left at its default; passwords are not shown."""
    chosen = {name: getattr(settings, name) for name in sorted(settings.model_fields_set)}
    return "; ".join(f"SAMVERK_{name.upper()}={_shown(value)}" for name, value in chosen.items()) or "–"


def _shown(value: Any) -> str:
    text = ",".join(value) if isinstance(value, list) else str(value)
    return re.sub(r"//([^:@/]*):[^@]*@", r"//\1:***@", text)


def _portal(settings: Settings, lang: str) -> Iterator[Answer]:
    folder = _folder(settings)
    yield folder
    if settings.database_url.startswith("postgres"):
        yield Answer("driver", find_spec("psycopg") is not None)
    if not folder.well:
        return
    try:
        set_up(lang)
    except Refusal as error:
        yield Answer("portal", well=False, about=str(error.message))
        return
    yield from _database()
    collected = (settings.data_dir / "static" / "staticfiles.json").exists()
    yield Answer("static", collected, needed=False)


def _folder(settings: Settings) -> Answer:
    where = settings.data_dir
    try:
        where.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=where).close()
    except OSError:
        return Answer("folder", well=False, about=str(where))
    return Answer("folder", well=True, about=str(where))


def _database() -> Iterator[Answer]:
    try:
        loader = MigrationExecutor(connection)
        left = loader.migration_plan(loader.loader.graph.leaf_nodes())
    except (DatabaseError, ImproperlyConfigured) as error:
        yield Answer("database", well=False, about=reason(error))
        return
    yield Answer("database", well=True, about=connection.vendor)
    yield Answer("tables", well=not left, about=str(len(left)))
