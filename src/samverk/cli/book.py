"""`samverk book`: the rulebooks themselves, checked and locked."""

from collections.abc import Iterator
from pathlib import Path

import click

from samverk.cli.language import language_option, phrases, told
from samverk.cli.output import Refusal, problem_line, reason, say
from samverk.scheme.book import Book, open_book, schemes
from samverk.scheme.book.cases import Worked, examples
from samverk.scheme.book.load import ROOT
from samverk.scheme.book.lock import Change, differences, lock_new
from samverk.scheme.book.parts import open_parts
from samverk.scheme.check import check as judge
from samverk.scheme.document import DocumentError
from samverk.scheme.values import Outcome
from samverk.scheme.words import words

OPEN = (Outcome.NOT_MET, Outcome.UNKNOWN)

folder = click.argument("folder", type=click.Path(path_type=Path), default=ROOT, metavar="[DIR]")


@click.group(help=told("help.book"))
def book() -> None:
    """Run a command on the rulebooks."""


@book.command(help=told("help.book_check"))
@folder
@language_option()
def check(folder: Path, lang: str) -> None:
    """Read every book of a folder and work its examples."""
    root = folder.absolute()
    known = schemes(root)
    if not known:
        raise Refusal(f"{folder}: {phrases(lang).say('book.none')}")
    faults = list(dict.fromkeys([*_faults(root, lang), *_edited(root, lang)]))
    if faults:
        raise Refusal(*faults)
    calls = sum(map(len, known.values()))
    say(phrases(lang).say("book.well", schemes=phrases(lang).listed([*known]), calls=calls))


def _faults(root: Path, lang: str) -> Iterator[str]:
    """A line for everything that is wrong in a book or in an example of it."""
    for scheme, calls in schemes(root).items():
        well = True
        for call in calls:
            try:
                open_book(scheme, call, root)
                open_parts(scheme, call, root)
            except DocumentError as error:
                well = False
                yield from (problem_line(error.name, problem, lang) for problem in error.problems)
        if well:
            yield from _worked(scheme, root, lang)


def _worked(scheme: str, root: Path, lang: str) -> Iterator[str]:
    """A line for each rule that says something else of an example than it should."""
    if not any(root.glob(f"*/{scheme}/cases")):
        return
    try:
        for worked in examples(scheme, root):
            yield from _surprises(worked, open_book(worked.case.scheme, worked.case.call, root), lang)
    except DocumentError as error:
        yield from (problem_line(error.name, problem, lang) for problem in error.problems)


def _surprises(worked: Worked, opened: Book, lang: str) -> Iterator[str]:
    said, expected = words(lang), worked.example.expect
    for rule, outcome in judge(worked.case, opened).outcomes().items():
        wanted = expected.get(rule)
        if outcome is not wanted and (wanted or outcome in OPEN):
            should = said.say(f"outcome.{wanted}") if wanted else phrases(lang).say("book.neither")
            found = said.say(f"outcome.{outcome}")
            yield phrases(lang).say("book.surprise", example=worked.name, rule=rule, found=found, should=should)


def _edited(root: Path, lang: str) -> Iterator[str]:
    """A line for each published file that is no longer what it was."""
    try:
        found = differences(root)
    except DocumentError as error:
        yield from (problem_line(error.name, problem, lang) for problem in error.problems)
    else:
        yield from (f"{d.file}: {phrases(lang).say(f'lock.{d.change}')}" for d in found if d.change is not Change.NEW)


@book.command(help=told("help.book_lock"))
@folder
@language_option()
def lock(folder: Path, lang: str) -> None:
    """Enter new files into the lock."""
    try:
        new = lock_new(folder)
    except OSError as error:
        raise Refusal(f"{folder}: {phrases(lang).say('file.unwritable', why=reason(error))}") from None
    for name in new:
        say(f"{name}: {phrases(lang).say('lock.entered')}")
    edited = list(_edited(folder, lang))
    if edited:
        raise Refusal(*edited)
    if not new:
        say(phrases(lang).say("lock.nothing"))
