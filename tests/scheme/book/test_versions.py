"""A later version of a part stands beside the first; each call reads the one that it pins."""

from pathlib import Path
from shutil import copytree

import pytest

from samverk.scheme.book.load import ROOT, open_book
from samverk.scheme.document import DocumentError


def test_each_call_reads_the_version_that_it_pins(tmp_path: Path) -> None:
    root = tmp_path / "rulebooks"
    copytree(ROOT, root)
    scheme = root / "erasmus-plus/knowledge-alliances"
    first, call = scheme / "eligibility.toml", scheme / "calls/2020.toml"
    second = first.read_text("utf-8").replace('version = "1"', 'version = "2"').replace("at_least = 6", "at_least = 8")
    (scheme / "eligibility-2.toml").write_text(second, "utf-8")
    call.write_text(call.read_text("utf-8").replace('eligibility = "1"', 'eligibility = "2"'), "utf-8")
    asked = {year: open_book("knowledge-alliances", year, root).rules for year in ("2019", "2020")}
    assert [asked[year]["consortium.organisations"].at_least for year in ("2019", "2020")] == [6, 8]


def test_a_version_that_is_not_there_is_told(tmp_path: Path) -> None:
    root = tmp_path / "rulebooks"
    copytree(ROOT, root)
    call = root / "erasmus-plus/knowledge-alliances/calls/2020.toml"
    call.write_text(call.read_text("utf-8").replace('eligibility = "1"', 'eligibility = "7"'), "utf-8")
    with pytest.raises(DocumentError, match="pin_differs"):
        open_book("knowledge-alliances", "2020", root)
