"""What the commands print, and how they refuse."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from textwrap import TextWrapper
from typing import IO, Any

import click

from samverk.scheme.book import Book
from samverk.scheme.document import DocumentError, Problem
from samverk.scheme.guide import problem_sentence
from samverk.scheme.values import Outcome
from samverk.scheme.words import harmless

WIDEST = 100
BAD_INPUT = 2


class Refusal(click.ClickException):
    """Bad input: its lines go to standard error, and the exit status is 2."""

    exit_code = BAD_INPUT

    def __init__(self, *lines: str) -> None:
        super().__init__("\n".join(lines))

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - as click calls it
        click.echo(harmless(self.message), err=True)


def refused(error: DocumentError, lang: str, known: tuple[str, ...] = ()) -> Refusal:
    """Every problem of a document: `file:line: key: sentence`."""
    return Refusal(*(problem_line(error.name, problem, lang, known) for problem in error.problems))


def problem_line(name: str, problem: Problem, lang: str, known: tuple[str, ...] = ()) -> str:
    """`file:line: key: sentence`, without the line or key where there is none."""
    place = name if problem.line is None else f"{name}:{problem.line}"
    return ": ".join(filter(None, [place, problem.key, problem_sentence(problem, lang, known)]))


def reason(error: Exception) -> str:
    """What an error says, on one line and without its last full stop, to stand inside a sentence."""
    number = getattr(error, "errno", None)
    text = os.strerror(number) if number else str(error)
    return " ".join(text.split()).rstrip(".?!")


def say(text: str = "", **style: Any) -> None:
    """Print a line; styled only on a terminal."""
    click.echo(click.style(harmless(text), **style))


def paragraph(text: str, indent: str = "", first: str | None = None, **style: Any) -> None:
    """Print a paragraph as wide as the terminal, at most a hundred characters."""
    width = min(shutil.get_terminal_size().columns, WIDEST)
    opening = indent if first is None else first
    wrapper = TextWrapper(max(width, len(indent) + 20), initial_indent=opening, subsequent_indent=indent)
    wrapper.break_on_hyphens = wrapper.break_long_words = False
    say("\n".join(wrapper.wrap(harmless(text).replace("\n", " "))), **style)


@dataclass(frozen=True, slots=True)
class Look:
    """How an outcome looks in a terminal; the sign tells it without colour."""

    sign: str
    colour: str | None


LOOKS = {
    Outcome.MET: Look("✓", "green"),
    Outcome.NOT_MET: Look("✗", "red"),
    Outcome.UNKNOWN: Look("?", "yellow"),
    Outcome.NOT_APPLICABLE: Look("–", None),
}


def items(lines: Iterable[str], indent: str, sign: str = "-") -> None:
    """Print a list."""
    for line in lines:
        paragraph(line, indent + "  ", f"{indent}{sign} ")


def heading(book: Book, lang: str) -> str:
    """`Knowledge Alliances, 2020`."""
    return f"{book.texts[lang].name}, {book.call}"
