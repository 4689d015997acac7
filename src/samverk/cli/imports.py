"""`samverk import`: organisations from published lists."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click
from django.db import DatabaseError
from django.utils import timezone

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, reason, say
from samverk.cli.portal import set_up_with_tables
from samverk.cli.progress import Bar
from samverk.portal.foundation.files import Unreadable

if TYPE_CHECKING:
    from samverk.portal.organisations.actions.entry import Report, Skipped

MOST_ROWS = 10
"""Rows named for each reason why rows were left out."""

file = click.argument("file", type=click.Path(path_type=Path))
released = click.option("--released", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=told("help.released"))


@click.group("import", help=told("help.import"))
def imports() -> None:
    """Run an import."""


@imports.command(help=told("help.import_eche"))
@file
@released
@language_option()
def eche(file: Path, released: datetime | None, lang: str) -> None:
    """The Commission's list of charters."""
    set_up_with_tables(lang)
    from samverk.portal.organisations.actions.import_eche import IncompleteList, import_eche  # noqa: PLC0415

    try:
        _import(import_eche, file, released, lang)
    except IncompleteList as error:
        told_ = phrases(lang).say(f"import.{error.code}", ended=error.ended, listed=error.listed)
        raise Refusal(f"{file}: {told_}") from None


@imports.command(help=told("help.import_ror"))
@file
@released
@language_option()
def ror(file: Path, released: datetime | None, lang: str) -> None:
    """The Research Organization Registry."""
    set_up_with_tables(lang)
    from samverk.portal.organisations.actions.import_ror import import_ror  # noqa: PLC0415

    _import(import_ror, file, released, lang)


def _import(action: Callable[..., "Report"], file: Path, released: datetime | None, lang: str) -> None:
    day = released.date() if released else None
    try:
        with Bar(phrases(lang).say("import.working")) as progress:
            report = action(file, at=timezone.now(), released=day, progress=progress)
    except Unreadable as error:
        raise Refusal(_unreadable(error, file, lang)) from None
    except DatabaseError as error:
        raise Refusal(phrases(lang).say("database.silent", why=reason(error))) from None
    _tell(report, lang)


def _unreadable(error: Unreadable, file: Path, lang: str) -> str:
    """`file:row: sentence`."""
    place = f"{file}:{error.row}" if error.row else str(file)
    about = ", ".join(filter(None, [error.column, error.about])) or "…"
    return f"{place}: {phrases(lang).say(f'import.{error.code}', about=about)}"


def _tell(report: "Report", lang: str) -> None:
    words = phrases(lang)
    for what in ("rows", "created", "updated", "unchanged", "renamed", "ended"):
        say(words.say(f"report.{what}", getattr(report, what)))
    if report.skipped:
        say(words.say("report.skipped", len(report.skipped)))
    for why, rows in _by_reason(report.skipped).items():
        named = ", ".join(words.number(row) for row in rows[:MOST_ROWS])
        more = "" if len(rows) <= MOST_ROWS else words.say("report.more", len(rows) - MOST_ROWS)
        say(f"  {words.say(f'skipped.{why}')} {words.say('report.at', len(rows), rows=named)}{more}")


def _by_reason(skipped: "list[Skipped]") -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for one in skipped:
        rows.setdefault(one.reason, []).append(one.row)
    return rows
