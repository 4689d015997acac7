"""The verdict on paper: tagged, in the reader's language, and text stays text."""

import io

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from samverk.portal.web.public.report import Judged, Line, Report, Words, render

WORDS = Words("Organisationer", "Namn", "Land", "Kategori", "Roll", "Regler", "Källa")


def report(name: str) -> Report:
    line = Line(name, "Sverige", "lärosäte", "samordnare")
    judged = tuple(
        Judged(f"Regel {outcome}", outcome, "ord", "2 av 6", ("skäl",), "klausul", ("källa",))
        for outcome in ("met", "not_met", "unknown", "not_applicable")
    )
    return Report(
        "sv", f"Allians {name}", "rubrik", "svar", "not_met", (("Längd", "24 månader"),), (line,), judged, WORDS
    )


def test_it_is_tagged_and_says_its_language() -> None:
    catalogue = PdfReader(io.BytesIO(render(report("Skogen")))).trailer["/Root"]
    assert catalogue["/Lang"] == "sv"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert (
        b"<pdfuaid:part>1</pdfuaid:part>"
        in PdfReader(io.BytesIO(render(report("Skogen")))).xmp_metadata.stream.get_data()
    )


def test_a_script_without_letters_in_the_font_still_makes_a_tagged_document() -> None:
    assert "/StructTreeRoot" in PdfReader(io.BytesIO(render(report("საქართველო 東京")))).trailer["/Root"]


def test_markup_in_a_name_is_printed_as_written() -> None:
    hostile = '#read("verdict.typ") $x$ *bold* @ref <label> \\u{41}'
    text = PdfReader(io.BytesIO(render(report(hostile)))).pages[0].extract_text()
    assert '#read("verdict.typ") $x$ *bold* @ref <label>' in text.replace("\n", " ")


@given(st.text(max_size=60))
def test_any_name_makes_a_document(name: str) -> None:
    assert render(report(name)).startswith(b"%PDF")
