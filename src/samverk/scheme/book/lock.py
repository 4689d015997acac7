"""Checksums of the published files of the rulebooks (LOCK.toml): a published file is never edited."""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pydantic import RootModel

from samverk.scheme.book.load import ROOT, read_file

NAME = "LOCK.toml"

PUBLISHED = ("*/countries.toml", "*/*/*.toml", "*/*/calls/*.toml")
"""The files that decide an outcome: those a call pins, and the calls. Words, sources and examples may improve."""

HEAD = "# sha256 of each published file, written by `samverk book lock`. A file that is listed here is not edited.\n"


class Lock(RootModel[dict[str, str]]):
    """File, relative to the rulebooks -> sha256 of its text."""


class Change(StrEnum):
    """How a file differs from the lock."""

    EDITED = "edited"
    GONE = "gone"
    NEW = "new"


class Difference(NamedTuple):
    """One file that is not as the lock has it."""

    file: str
    change: Change


def differences(root: Path = ROOT) -> tuple[Difference, ...]:
    """Every file that was edited, is gone, or is not locked yet. Raises `DocumentError` if the lock is malformed."""
    locked, found = _locked(root), _found(root)
    return tuple(
        Difference(file, change)
        for file in sorted(locked.keys() | found.keys())
        if (change := _change(locked.get(file), found.get(file)))
    )


def lock_new(root: Path = ROOT) -> tuple[str, ...]:
    """Enter the files that are not locked yet, and say which; what is locked stays as it is."""
    locked, found = _locked(root), _found(root)
    new = tuple(sorted(found.keys() - locked.keys()))
    entries = sorted((locked | {file: found[file] for file in new}).items())
    text = HEAD + "".join(f'"{file}" = "{digest}"\n' for file, digest in entries)
    (root / NAME).write_text(text, "utf-8", newline="\n")
    return new


def _change(locked: str | None, found: str | None) -> Change | None:
    if locked == found:
        return None
    if locked is None:
        return Change.NEW
    return Change.GONE if found is None else Change.EDITED


def _locked(root: Path) -> dict[str, str]:
    return read_file(Lock, root / NAME).root if (root / NAME).exists() else {}


def _found(root: Path) -> dict[str, str]:
    return {file.relative_to(root).as_posix(): _digest(file) for file in _published(root)}


def _published(root: Path) -> Iterator[Path]:
    for pattern in PUBLISHED:
        yield from root.glob(pattern)


def _digest(file: Path) -> str:
    """Of the text, whatever newlines the checkout gave it."""
    return sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
