"""Every code of a refusal has words."""

import re
from pathlib import Path

import pytest

import samverk.portal
from samverk.portal.foundation.reasons import REASONS, words_for

CODES = re.compile(r'(?:Decision|Cannot\w+)\("(\w+)"\)')
PORTAL = Path(samverk.portal.__file__).parent


def test_every_code_that_is_raised_has_words():
    texts = [text for file in PORTAL.rglob("*.py") if "foundation.decision import" in (text := file.read_text())]
    assert {code for text in texts for code in CODES.findall(text)} - set(REASONS) == set()


def test_a_code_without_words_is_a_bug():
    with pytest.raises(KeyError):
        words_for("unheard_of")
