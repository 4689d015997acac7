"""Files and books that a person names, each refused with a sentence if it cannot be had."""

from dataclasses import replace
from pathlib import Path

from samverk.cli.language import phrases
from samverk.cli.output import Refusal, reason, refused
from samverk.scheme.book import Book, open_book, schemes
from samverk.scheme.book.load import NoSuchBook
from samverk.scheme.casecheck import unknown_countries
from samverk.scheme.document import DocumentError, Problem, line_of, read
from samverk.scheme.facts import Case

MOST_BYTES = 10_000_000
"""A case of the most participants, every fact told at length, has a tenth of that."""


def read_text(path: Path, lang: str) -> str:
    """The text of a file. Raises `Refusal`."""
    say = phrases(lang).say
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except IsADirectoryError:
        raise Refusal(f"{path}: {say('file.folder')}") from None
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise Refusal(f"{path}: {unreadable(error, lang)}") from None
    if len(data) > MOST_BYTES:
        raise Refusal(f"{path}: {say('file.too_big')}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(f"{path}: {say('file.not_text')}") from None


def unreadable(error: OSError | ValueError, lang: str) -> str:
    """Why a file cannot be read, and the way out."""
    kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable"
    return phrases(lang).say(f"file.{kind}", why=reason(error))


def read_case(path: Path, lang: str) -> tuple[Case, Book]:
    """The case in a file and the book that judges it. Raises `Refusal`."""
    text = read_text(path, lang)
    try:
        case = read(Case, text, str(path))
        book = _book_of(case, text, str(path), lang)
        _refuse(unknown_countries(case, book), text, str(path))
    except DocumentError as error:
        raise refused(error, lang) from None
    return case, book


def _refuse(problems: tuple[Problem, ...], text: str, name: str) -> None:
    if problems:
        raise DocumentError(name, tuple(replace(p, line=line_of(text, p.path)) for p in problems))


def _book_of(case: Case, text: str, name: str, lang: str) -> Book:
    try:
        return open_book(case.scheme, case.call)
    except NoSuchBook as error:
        kind = "call" if case.scheme in schemes() else "scheme"
        problem = Problem(f"unknown_{kind}", (kind,), line_of(text, (kind,)), error.name)
        raise refused(DocumentError(name, (problem,)), lang, error.known) from None


def named_book(scheme: str, call: str | None, lang: str) -> Book:
    """The book of a scheme; its latest call if none is named. Raises `Refusal`."""
    calls = schemes().get(scheme, ())
    try:
        return open_book(scheme, call if call is not None else "".join(calls[-1:]))
    except NoSuchBook as error:
        kind = "call" if calls else "scheme"
        raise refused(DocumentError("", (Problem(f"unknown_{kind}", about=error.name),)), lang, error.known) from None
    except DocumentError as error:
        raise refused(error, lang) from None
