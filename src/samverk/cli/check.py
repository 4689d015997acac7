"""`samverk check`: may this alliance apply?"""

import json
from pathlib import Path
from typing import Any

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import LOOKS, heading, items, paragraph, say
from samverk.cli.reading import read_case
from samverk.scheme.book import Book
from samverk.scheme.check import check as judge
from samverk.scheme.facts import Case
from samverk.scheme.guide import Explained, explain, summary
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Verdict

EXIT = {Outcome.MET: 0, Outcome.NOT_MET: 1, Outcome.UNKNOWN: 3}
"""Outcome of the verdict -> exit status; 2 is bad input."""

INDENT = "    "


@click.command(help=told("help.check"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=told("help.json"))
@language_option()
@click.pass_context
def check(context: click.Context, file: Path, *, as_json: bool, lang: str) -> None:
    """Judge the case in a file."""
    case, book = read_case(file, lang)
    verdict = judge(case, book)
    explained = [explain(finding, book, case, lang) for finding in verdict.findings]
    told_summary = summary(verdict, book, lang)
    if as_json:
        data = _as_data(case, verdict, explained) | {"summary": told_summary}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
    else:
        _show_case(case, book, lang)
        paragraph(told_summary, fg=LOOKS[verdict.outcome].colour, bold=True)
        say()
        for one in explained:
            _show_finding(one, lang)
    context.exit(EXIT[verdict.outcome])


def _show_case(case: Case, book: Book, lang: str) -> None:
    if case.title.strip():
        say(case.title, bold=True)
    say(heading(book, lang), dim=True)
    say()


def _show_finding(one: Explained, lang: str) -> None:
    """One line for what is well; every reason for what is not."""
    look = LOOKS[one.outcome]
    paragraph(f"{one.word}: {one.title}", INDENT, f"{look.sign}   ", fg=look.colour)
    paragraph(f"{one.headline}.", INDENT)
    if one.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return
    items(_who(one, lang), INDENT)
    items(one.details, INDENT)
    items(one.next_steps, INDENT, "→")
    paragraph(f"{one.clause} [{'; '.join(source.line for source in one.sources)}]", INDENT, dim=True)
    say()


def _who(one: Explained, lang: str) -> list[str]:
    if not one.counted:
        return []
    say_ = phrases(lang)
    return [say_.say("check.breaks" if one.breaks else "check.counted", who=say_.listed(one.counted))]


def _as_data(case: Case, verdict: Verdict, explained: list[Explained]) -> dict[str, Any]:
    findings = [_finding(f, e) for f, e in zip(verdict.findings, explained, strict=True)]
    about = {"scheme": verdict.scheme, "call": verdict.call, "title": case.title, "outcome": verdict.outcome}
    return {**about, "findings": findings}


def _finding(finding: Finding, told_: Explained) -> dict[str, Any]:
    """What was found, by id, and what was said of it. Amounts are decimal numbers as text."""
    return finding._asdict() | {
        "required": finding.required._asdict(),
        "left_out": [each._asdict() for each in finding.left_out],
        "missing": [each._asdict() for each in finding.missing],
        "title": told_.title,
        "headline": told_.headline,
        "details": told_.details,
        "next_steps": told_.next_steps,
        "sources": [source.line for source in told_.sources],
    }
