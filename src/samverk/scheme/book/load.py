"""Rulebooks from their files: which there are, and one as a call pins it."""

from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, RootModel

from samverk.scheme.book.consistency import problems_of
from samverk.scheme.book.model import Book, Call, Countries, Eligibility, Source, Texts, Versioned
from samverk.scheme.document import DocumentError, Problem, read

ROOT = Path(__file__).parents[2] / "rulebooks"
LANGUAGES = ("sv", "en")

M = TypeVar("M", bound=BaseModel)


class Sources(RootModel[dict[str, Source]]):
    """Short name -> source."""


class NoSuchBook(LookupError):
    """No scheme or call of that name. `known`: the names there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


def schemes(root: Path = ROOT) -> dict[str, tuple[str, ...]]:
    """Scheme -> its calls, oldest first."""
    folders = sorted(p.parent for p in root.glob("*/*/calls"))
    return {f.name: tuple(sorted(c.stem for c in (f / "calls").glob("*.toml"))) for f in folders}


@lru_cache
def open_book(scheme: str, call: str, root: Path = ROOT) -> Book:
    """The scheme as the call pins it. Raises `NoSuchBook`, or `DocumentError` if a file is malformed."""
    known = schemes(root)
    if scheme not in known:
        raise NoSuchBook(scheme, tuple(known))
    if call not in known[scheme]:
        raise NoSuchBook(call, known[scheme])
    folder = next(root.glob(f"*/{scheme}"))
    return _checked(_load(folder, call), folder)


def _load(folder: Path, call: str) -> Book:
    terms = read_file(Call, folder / "calls" / f"{call}.toml")
    programme = folder.parent
    return Book(
        scheme=folder.name,
        call=call,
        terms=terms,
        countries=pinned(Countries, programme / "countries.toml", terms, call),
        eligibility=pinned(Eligibility, folder / "eligibility.toml", terms, call),
        texts={lang: read_file(Texts, folder / "texts" / f"{lang}.toml") for lang in LANGUAGES},
        sources=read_file(Sources, programme / "sources.toml").root,
    )


V = TypeVar("V", bound=Versioned)


def pinned(model: type[V], file: Path, terms: Call, call: str) -> V:
    """The version of the file that the call pins: the first is `<part>.toml`, a later one `<part>-<version>.toml`."""
    version = terms.pins.get(file.stem, "")
    later = file.with_stem(f"{file.stem}-{version}")
    part = read_file(model, later if later.exists() else file)
    if version != part.version:
        raise DocumentError(shown(file), (Problem("pin_differs", ("version",), about=f"{call}: {version}"),))
    return part


def read_file(model: type[M], file: Path) -> M:
    """One file of a book. Raises `DocumentError`."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise DocumentError(shown(file), (Problem("no_file"),)) from None
    return read(model, text, shown(file))


def shown(file: Path) -> str:
    """A path inside the rulebooks as people are told it."""
    return "/".join(file.parts[file.parts.index("rulebooks") :]) if "rulebooks" in file.parts else str(file)


def _checked(book: Book, folder: Path) -> Book:
    if found := problems_of(book):
        raise DocumentError(shown(folder / "eligibility.toml"), found)
    return book
