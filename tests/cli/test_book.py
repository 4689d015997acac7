"""`samverk book`: what is wrong with a rulebook is told by file, line and key."""

import shutil
from pathlib import Path

import pytest

from samverk.scheme.book.load import ROOT, open_book

from .commands import run

RULES = "erasmus-plus/knowledge-alliances/eligibility.toml"


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """A copy of the rulebooks, which a test may spoil."""
    shutil.copytree(ROOT, tmp_path / "books", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    open_book.cache_clear()
    return tmp_path / "books"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_our_own_are_well() -> None:
    result = run("book", "check")
    assert result.exit_code == 0, result.stderr
    assert "alliances-for-innovation and knowledge-alliances" in result.output


def test_a_copy_is_well(books: Path) -> None:
    assert run("book", "check", books, "--lang", "sv").output.startswith("Allt är som det ska")


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (RULES, "at_least = 6", "at_leest = 6", f"{RULES}:16: rule[1].at_leest: There is nothing by this name"),
        (RULES, "at_least = 6", "at_least = ", f"{RULES}:16: The text cannot be read"),
        (RULES, "at_least = 6", "at_least = 7", "cases/consortium.toml 1: consortium.organisations: says “Not met”"),
        (RULES, "SEED S7", "SEDE S7", "“SEDE S7” does not begin with a name in sources.toml"),
        ("erasmus-plus/knowledge-alliances/texts/sv.toml", "[rules.", "[rulez.", "There is nothing by this name"),
        ("erasmus-plus/countries.toml", "names = ", "name = ", "There is nothing by this name"),
        ("LOCK.toml", "# ", "? ", "LOCK.toml:1: The text cannot be read"),
    ],
)
def test_what_is_wrong_is_told(books: Path, file: str, old: str, new: str, told: str) -> None:
    edit(books / file, old, new)
    result = run("book", "check", books)
    assert result.exit_code == 2
    assert told in result.stderr


def test_an_edited_file_is_told_even_if_it_is_well(books: Path) -> None:
    edit(books / RULES, "# Who may apply.", "# Who may.")
    result = run("book", "check", books)
    assert result.stderr == f"{RULES}: {EDITED}\n"


EDITED = "This published file was edited. Bring it back, and make the change in a copy under a new version."


def test_lock_enters_what_is_new_and_tells_what_was_edited(books: Path) -> None:
    calls = books / "erasmus-plus/knowledge-alliances/calls"
    shutil.copy(calls / "2020.toml", calls / "2099.toml")
    assert "calls/2099.toml: Entered." in run("book", "lock", books).output
    assert "nothing new" in run("book", "lock", books).output
    edit(calls / "2099.toml", "2020", "2021")
    result = run("book", "lock", books)
    assert result.exit_code == 2
    assert "calls/2099.toml: This published file was edited" in result.stderr


@pytest.mark.parametrize("command", ["check", "lock"])
def test_a_folder_without_books(command: str, tmp_path: Path) -> None:
    assert run("book", command, tmp_path / "nothing").exit_code == 2
