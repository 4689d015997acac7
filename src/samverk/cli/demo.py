"""`samverk demo`: a made-up world to try the portal in, with a data folder of its own."""

import os
from pathlib import Path

import click
from django.utils import timezone

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, say
from samverk.cli.portal import set_up_with_tables
from samverk.cli.progress import Bar
from samverk.cli.serve import address, refuse_taken, run

FOLDER = Path("var") / "demo"


@click.command(help=told("help.demo"))
@click.option("--host", default="127.0.0.1", show_default=True, help=told("help.host"))
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=told("help.port"))
@click.option("--only-fill", is_flag=True, help=told("help.only_fill"))
@language_option()
def demo(host: str, port: int, only_fill: bool, lang: str) -> None:  # noqa: FBT001 - as click calls it
    """Fill the demonstration, tell its accounts, and run it until it is stopped."""
    if not only_fill:
        refuse_taken(host, port, lang)
    _choose(host, port)
    set_up_with_tables(lang)
    _fill(lang)
    _accounts(lang)
    if not only_fill:
        run(host, port, lang)


def _choose(host: str, port: int) -> None:
    """The settings of a demonstration, for this process and the worker; what is set already stays."""
    os.environ["SAMVERK_DEMO"] = "true"
    os.environ.setdefault("SAMVERK_DATA_DIR", str(FOLDER))
    os.environ.setdefault("SAMVERK_PUBLIC_ADDRESS", address(host, port))


def _fill(lang: str) -> None:
    from samverk.portal.people.actions.load_demo import CannotLoadDemo  # noqa: PLC0415 - needs Django set up
    from samverk.portal.site.demo.world import fill  # noqa: PLC0415

    words = phrases(lang)
    try:
        with Bar(words.say("demo.working")) as progress:
            new = fill(at=timezone.now(), progress=progress)
    except CannotLoadDemo as refusal:
        folder = os.environ["SAMVERK_DATA_DIR"]
        raise Refusal(words.say(f"demo.{refusal.reason}", folder=folder)) from None
    say(words.say("demo.new", new) if new else words.say("demo.nothing"))


def _accounts(lang: str) -> None:
    from samverk.portal.people.facts import demonstration  # noqa: PLC0415 - needs Django set up

    words, told_ = phrases(lang), demonstration()
    heads = tuple(words.say(f"demo.{column}") for column in ("who", "what", "email"))
    rows = [(one["name"], one["what"][lang], one["email"]) for one in told_["person"]]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    for row in (heads, tuple("─" * width for width in widths), *rows):
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    say(f"{words.say('demo.password')}: {told_['password']}", bold=True)
