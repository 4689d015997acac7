"""A text that is wrong is told so: which line, which key, what."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverk.scheme.document import DocumentError, Problem, line_of, read
from samverk.scheme.facts import Case

GOOD = """\
scheme = "knowledge-alliances"
call = "2020"

[project]
duration_months = 24

[[participants]]
id = "a"
country = "SE"

[[participants]]
id = "b"
country = "FI"
"""


def problems(text: str, name: str = "case.toml") -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        read(Case, text, name)
    return caught.value.problems


@pytest.mark.parametrize(
    ("text", "code", "key", "line"),
    [
        (GOOD.replace('country = "FI"', 'contry = "FI"'), "unknown_key", "participants[2].contry", 13),
        (GOOD.replace('country = "FI"', 'country = "Finland"'), "wrong_form", "participants[2].country", 13),
        (GOOD.replace('country = "FI"', "country = 7"), "wrong_type", "participants[2].country", 13),
        (GOOD.replace('country = "FI"', 'role = "boss"'), "not_allowed", "participants[2].role", 13),
        (GOOD.replace('country = "FI"', 'grant = "1.005"'), "cents", "participants[2].grant", 13),
        (GOOD.replace('id = "b"', ""), "missing", "participants[2].id", 11),
        (GOOD.replace('id = "b"', 'id = "a"'), "duplicate_id", "", None),
        (GOOD.replace("= 24", '= "two years"'), "wrong_type", "project.duration_months", 5),
        (GOOD.replace('call = "2020"\n', ""), "missing", "call", None),
        (GOOD.replace("[project]", "[project"), "syntax", "", 4),
    ],
)
def test_a_mistake_is_placed(text: str, code: str, key: str, line: int | None) -> None:
    (found,) = problems(text)
    assert (found.code, found.key, found.line) == (code, key, line)


def test_every_mistake_is_told_in_the_texts_order() -> None:
    found = problems(GOOD.replace('country = "FI"', "country = 7").replace("= 24", '= "x"'))
    assert [p.line for p in found] == [5, 13]


def test_json_is_read_too() -> None:
    assert problems('{"scheme": "a", "call": "b", "x": 1}', "case.json")[0].code == "unknown_key"
    assert problems("[1]", "case.json")[0].code == "not_a_table"
    assert problems("{", "case.json")[0] == Problem("syntax", line=1)


@given(st.text())
def test_any_text_is_a_case_or_a_told_mistake(text: str) -> None:
    assert problems(text)
    assert problems(text, "case.json")


@given(st.binary(max_size=200), st.integers(0, len(GOOD)))
def test_a_case_damaged_anywhere_is_read_or_told(damage: bytes, at: int) -> None:
    text = GOOD[:at] + damage.decode("latin-1") + GOOD[at:]
    with suppress(DocumentError):
        assert read(Case, text, "case.toml").participants


def test_lines_of_nested_tables() -> None:
    text = 'a = 1\n[b."c.d"]\ne = 2\n[[f]]\n[[f]]\ng = 3\n'
    assert line_of(text, ("f", 1, "g")) == 6
    assert line_of(text, ("f", 1, "missing")) == 5
    assert line_of(text, ("b", "c.d", "e")) == 3
    assert line_of(text, ("nowhere",)) is None


def test_a_number_too_long_is_told() -> None:
    assert problems('{"scheme": ' + "9" * 5000 + "}", "case.json")[0].code == "syntax"


def test_a_text_that_ends_too_early_is_told_of_its_last_line() -> None:
    assert problems("a = 1\nb = [1,\n")[0] == Problem("syntax", line=2)
