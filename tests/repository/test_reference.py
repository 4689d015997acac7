"""The pages that are made from the code are as new as the code."""

import pytest
from tools.reference import pages

from .tracked import ROOT

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_the_page_is_as_new_as_the_code(path):
    written = path.read_text("utf-8") if path.exists() else ""
    assert written == PAGES[path], f"{path.relative_to(ROOT)} is older than the code: run `make docs`"


def test_every_deed_says_who_may():
    silent = [line for page in PAGES.values() for line in page.splitlines() if line.rstrip().endswith("|  |")]
    assert silent == []
