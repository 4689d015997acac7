"""A link holds a whole case, and nothing but a case."""

import zlib
from base64 import urlsafe_b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scheme.strategies import cases

from samverk.portal.web.public.examples import examples
from samverk.portal.web.shared.state import _DICTIONARY, MOST_BYTES, CannotOpen, TooMuch, decode, encode
from samverk.scheme.facts import MOST_PARTICIPANTS, Case, Participant

TOKEN = examples()[0].case


def packed(text: bytes) -> str:
    deflate = zlib.compressobj(9, zdict=_DICTIONARY)
    return "1" + urlsafe_b64encode(deflate.compress(text) + deflate.flush()).decode().rstrip("=")


def reason(token: str) -> str:
    with pytest.raises(CannotOpen) as refused:
        decode(token)
    return refused.value.reason


@given(cases())
def test_what_is_put_in_comes_out(case):
    assert decode(encode(case)) == case


@given(st.text(max_size=300), st.text(max_size=300))
def test_any_name_goes_along(name, title):
    who = Participant(id="a", name=name)
    case = Case(scheme="knowledge-alliances", call="2020", title=title, participants=(who,))
    assert decode(encode(case)) == case


def test_a_token_is_fit_for_an_address():
    assert all(
        set(example.case) <= set(map(chr, b"-_0123456789")) | {c for c in example.case if c.isalpha()}
        for example in examples()
    )
    assert all(example.case.isascii() and len(example.case) < 1000 for example in examples())


@given(st.text(max_size=400))
def test_anything_else_is_refused_by_name(text):
    with pytest.raises(CannotOpen) as refused:
        decode(text)
    assert refused.value.reason in {"damaged", "other_version", "not_a_case"}


@given(st.integers(1, len(TOKEN) - 1), st.characters(codec="ascii"))
def test_a_changed_letter_is_never_another_case(place, letter):
    changed = TOKEN[:place] + letter + TOKEN[place + 1 :]
    with suppress(CannotOpen):
        assert decode(changed) == decode(TOKEN)  # the last letter has spare bits, and odd characters are skipped


@pytest.mark.parametrize("end", range(len(TOKEN)))
def test_a_link_cut_off_is_damaged(end):
    assert reason(TOKEN[:end]) == "damaged"


def test_a_bomb_is_not_unpacked():
    assert reason(packed(b" " * (MOST_BYTES + 1))) == "too_big"
    assert reason(packed(b"[" * 50_000_000)) == "too_big"


def test_what_is_no_case_is_refused():
    assert reason(packed(b"[]")) == "not_a_case"
    assert reason(packed(b"\xff")) == "not_a_case"
    assert reason(packed(b'{"scheme": "a", "call": "b", "secret": 1}')) == "not_a_case"


def test_another_version_says_so():
    assert reason("2" + TOKEN[1:]) == "other_version"


def test_what_no_link_can_hold_is_refused():
    many = tuple(Participant(id=f"p{n}", name="å" * 300) for n in range(MOST_PARTICIPANTS))
    with pytest.raises(TooMuch):
        encode(Case(scheme="knowledge-alliances", call="2020", participants=many))
