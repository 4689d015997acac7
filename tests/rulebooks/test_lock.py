"""A published file is never edited: the lock knows it, and only ever takes in new ones."""

import shutil
from pathlib import Path

import pytest

from samverk.scheme.book.load import ROOT
from samverk.scheme.book.lock import Change, Difference, differences, lock_new
from samverk.scheme.document import DocumentError

CALL = "erasmus-plus/knowledge-alliances/calls/2020.toml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT, tmp_path / "rulebooks"))


def test_no_published_file_has_changed() -> None:
    assert differences() == ()


def test_an_edit_is_seen_and_not_locked_away(copy: Path) -> None:
    (copy / CALL).write_text((copy / CALL).read_text("utf-8").replace("17:00", "18:00"), "utf-8")
    assert differences(copy) == (Difference(CALL, Change.EDITED),)
    assert lock_new(copy) == ()
    assert differences(copy) == (Difference(CALL, Change.EDITED),)


def test_a_file_that_is_gone_is_seen(copy: Path) -> None:
    (copy / CALL).unlink()
    assert differences(copy) == (Difference(CALL, Change.GONE),)


def test_a_new_file_is_seen_and_can_be_locked(copy: Path) -> None:
    before = (copy / "LOCK.toml").read_text("utf-8")
    new = "erasmus-plus/rates/2021.toml"
    (copy / new).write_text('version = "2021"\n', "utf-8")
    assert differences(copy) == (Difference(new, Change.NEW),)
    assert lock_new(copy) == (new,)
    assert differences(copy) == ()
    assert set(before.splitlines()) < set((copy / "LOCK.toml").read_text("utf-8").splitlines())


def test_words_sources_and_examples_may_improve(copy: Path) -> None:
    for file in ("texts/sv.toml", "cases/project.toml", "../sources.toml"):
        with (copy / "erasmus-plus/knowledge-alliances" / file).open("a", encoding="utf-8") as text:
            text.write("# better\n")
    assert differences(copy) == ()


def test_newlines_of_the_checkout_do_not_matter(copy: Path) -> None:
    (copy / CALL).write_bytes((copy / CALL).read_bytes().replace(b"\n", b"\r\n"))
    assert differences(copy) == ()


def test_without_a_lock_everything_is_new(copy: Path) -> None:
    locked = (copy / "LOCK.toml").read_text("utf-8")
    (copy / "LOCK.toml").unlink()
    assert {change for _, change in differences(copy)} == {Change.NEW}
    lock_new(copy)
    assert (copy / "LOCK.toml").read_text("utf-8") == locked


def test_a_malformed_lock_is_told(copy: Path) -> None:
    (copy / "LOCK.toml").write_text('"a" = 1\n', "utf-8")
    with pytest.raises(DocumentError, match=r"LOCK.toml:1"):
        differences(copy)
