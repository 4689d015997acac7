"""`samverk verify`: whether what the portal keeps is as it was written."""

import re

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, say
from samverk.cli.portal import set_up_with_tables

MOST = 20
"""Faults that are named; the rest are counted."""


@click.group("verify", help=told("help.verify"))
def verify() -> None:
    """Verify something."""


@verify.command(help=told("help.verify_ledger"))
@click.option("--noted", metavar="SEQ:SEAL", help=told("help.noted"))
@language_option()
@click.pass_context
def ledger(context: click.Context, noted: str | None, lang: str) -> None:
    """The chain of the ledger, from its beginning."""
    set_up_with_tables(lang)
    from samverk.portal.ledger import queries  # noqa: PLC0415 - there are no tables before

    words = phrases(lang)
    found = [words.say(f"verify.{fault.code}", number=fault.seq) for fault in queries.faults()]
    if noted is not None and not queries.holds(queries.Mark(*_mark(noted, lang))):
        found.append(words.say("verify.not_noted", mark=noted))
    for line in found[:MOST]:
        say(line, fg="red")
    if len(found) > MOST:
        say(words.say("verify.more", len(found) - MOST))
    if found:
        context.exit(1)
    say(words.say("verify.whole", queries.mark().seq, mark=str(queries.mark())), fg="green")


def _mark(text: str, lang: str) -> tuple[int, str]:
    if not re.fullmatch(r"[0-9]{1,18}:[0-9a-f]{64}", text):
        raise Refusal(phrases(lang).say("verify.malformed", mark=text))
    seq, seal = text.split(":")
    return int(seq), seal
