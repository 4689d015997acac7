"""The case and its verdict as files."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from tests.scheme.build import alliance
from tests.scheme.strategies import cases

from samverk.portal.web.public.case_file import as_toml, file_name
from samverk.portal.web.public.examples import examples
from samverk.portal.web.shared.state import decode, encode
from samverk.scheme.document import read
from samverk.scheme.facts import Case, Participant


@given(cases())
def test_a_toml_file_reads_back_as_the_case(case):
    assert read(Case, as_toml(case), "case.toml") == case


@given(st.text(max_size=300))
def test_any_text_stays_that_text(text):
    case = Case(scheme="a", call="b", title=text, participants=(Participant(id="p", name=text),))
    assert read(Case, as_toml(case), "case.toml") == case


@pytest.mark.parametrize("suffix", ["toml", "json"])
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_file_of_each_example(client, suffix, example):
    response = client.get(f"/en/case.{suffix}?case={example.case}")
    assert read(Case, response.text, f"case.{suffix}") == decode(example.case)


def test_a_file_is_named_by_the_alliance():
    assert file_name(alliance().model_copy(update={"title": 'Rural 3.0: "x"/../y'}), "toml") == "rural-3-0.toml"
    assert file_name(alliance(), "pdf") == "alliance.pdf"


@pytest.mark.parametrize("lang", ["en", "sv"])
def test_the_verdict_on_paper(client, lang):
    response = client.get(f"/{lang}/verdict.pdf?case={encode(alliance())}")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'attachment; filename="alliance.pdf"'
    catalogue = PdfReader(io.BytesIO(response.content)).trailer["/Root"]
    assert catalogue["/Lang"] == lang
    assert "/StructTreeRoot" in catalogue


@pytest.mark.parametrize("path", ["case.toml", "case.json", "verdict.pdf"])
def test_no_file_of_a_damaged_link(client, path):
    assert client.get(f"/en/{path}?case=1damaged").status_code == 400


def test_no_file_of_another_kind(client):
    assert client.get(f"/en/case.exe?case={encode(alliance())}").status_code == 404
