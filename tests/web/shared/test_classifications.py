"""The fields and sectors are whole, in order, and named in both languages."""

import pytest

from samverk.portal.web.shared.classifications import field_name, fields, sector_name, sectors


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_they_are_whole(lang: str) -> None:
    codes = [code for code, _name in fields(lang)]
    assert [code for code in codes if len(code) == 2] == [f"{broad:02}" for broad in range(11)]
    assert codes == sorted(codes)
    assert len(codes) == 11 + 29
    sections = [code for code, _name in sectors(lang) if code.isalpha()]
    assert sections == list("ABCDEFGHIJKLMNOPQRSTU")
    divisions = [code for code, _name in sectors(lang) if code.isdigit()]
    assert (divisions == sorted(divisions), len(divisions)) == (True, 88)
    assert all(name for _code, name in (*fields(lang), *sectors(lang)))


@pytest.mark.parametrize(("lang", "law", "research"), [
    ("en", "Law", "Scientific research and development"), ("sv", "Juridik", "Vetenskaplig forskning och utveckling"),
])  # fmt: skip
def test_what_they_are_called(lang: str, law: str, research: str) -> None:
    assert (field_name("042", lang), sector_name("72", lang)) == (law, research)


def test_an_unknown_code_stands_for_itself() -> None:
    assert (field_name("999", "en"), sector_name("X", "sv")) == ("999", "X")
