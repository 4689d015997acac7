"""The paper of a mandate, before and after it is signed."""

import io
import re

import pytest
from pypdf import PdfReader
from tests.portal.alliances.build import AT, LATER, one_entry, person, told
from tests.portal.alliances.mandates import asked, newest, signed, token_of_letter, with_bengt

from samverk.portal.alliances.actions.ask_mandate import ask_mandate
from samverk.portal.alliances.actions.sign_mandate import sign_mandate
from samverk.portal.alliances.actions.typeset_mandate import typeset_mandate, typeset_signed_mandate
from samverk.portal.alliances.models import Alliance, Mandate, Participant
from samverk.portal.documents.models import Document
from samverk.portal.documents.queries import content
from samverk.portal.foundation.jobs import run_due
from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import faults
from samverk.portal.organisations.models import Organisation

pytestmark = pytest.mark.django_db
HOSTILE = 'Ab\u202e #read("mandate.typ") $x$ *bold* <script>alert(1)</script> \\u{41}\nBcc: all@example.org'


def ask(alliance: Alliance, language: str = "en") -> Mandate:
    college = alliance.participants.get(key="college").pk
    given = {"participant_id": college, "address": "rut@example.org", "language": language}
    return ask_mandate(**given, by=person("Anna"), at=AT)


def read(document: Document) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(content(document)))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Name of the legal representative"), ("sv", "Den juridiska företrädarens namn")]
)
def test_the_paper_is_tagged_in_its_language_and_says_what_the_page_says(language: str, word: str) -> None:
    alliance = with_bengt()
    made = ask(alliance, language)
    with one_entry("alliances.typeset_mandate", made.about, alliance, by=None):
        typeset_mandate(mandate=made.pk, by=None, at=AT)
    reader, text = read(newest().paper)
    catalogue = reader.trailer["/Root"]
    assert (catalogue["/Lang"], bool(catalogue["/MarkInfo"]["/Marked"])) == (language, True)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    shown = [made.text["lead"], *(item for part in made.text["parts"] for item in (*part["items"], part["text"]))]
    assert [one for one in [*shown, word] if one.replace(" ", "") not in text.replace(" ", "").replace("-", "")] == []
    assert told() == {"sha256": newest().paper.sha256}


def test_the_paper_names_everything_that_it_is_about():
    alliance = with_bengt()
    registered = Organisation.objects.create(
        name="Kollegiet", country="FI", pic="999876543", source="demo", source_release="2026-01-01"
    )
    Participant.objects.filter(key="college").update(organisation=registered, grant="250000")
    made = ask(alliance)
    assert dict(made.text["rows"]) == {
        "Alliance": "Skogens digitala tvilling",
        "Acronym": "SKOG",
        "Call": "Knowledge Alliances 2020",
        "Coordinator": "Universitetet, Sweden",
        "Partner": "Kollegiet, Finland, PIC 999876543",
        "Role": "Full partner",
        "EU grant for the partner": "EUR 250,000",
    }


def test_a_paper_has_the_numbers_of_the_row_that_its_organisation_is_part_of():
    alliance = with_bengt()
    told = {"country": "FI", "source": "demo", "source_release": "2026-01-01"}
    stays = Organisation.objects.create(name="Kollegiet", pic="999876543", **told)
    merged = Organisation.objects.create(name="College", merged_into=stays, **told)
    Participant.objects.filter(key="college").update(organisation=merged)
    assert "PIC 999876543" in str(ask(alliance).text["rows"])


def test_it_is_set_once():
    made = ask(with_bengt())
    typeset_mandate(mandate=made.pk, by=None, at=AT)
    first, entries = newest().paper, Entry.objects.count()
    typeset_mandate(mandate=made.pk, by=None, at=LATER)
    assert (newest().paper, Document.objects.count(), Entry.objects.count()) == (first, 1, entries)


def test_what_is_no_longer_asked_is_not_set():
    alliance = with_bengt()
    first = ask(alliance)
    ask(alliance)
    typeset_mandate(mandate=first.pk, by=None, at=AT)
    assert not Document.objects.exists()


def test_the_signed_paper_says_who_when_and_of_what():
    alliance = with_bengt()
    row = signed(alliance)
    seal = Entry.objects.get(deed="alliances.sign_mandate").seal
    with one_entry("alliances.typeset_signed_mandate", row.about, alliance, by=None):
        typeset_signed_mandate(mandate=row.pk, by=None, at=LATER)
    reader, text = read(newest().signed_paper)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.xmp_metadata.stream.get_data()
    assert "Rut Rektor" in text and "Rector" in text
    assert "2026-11-24 11:00:00" in text and "2026-11-24 10:00:00" in text
    assert row.sha256 in re.sub(r"\s", "", text) and seal in re.sub(r"\s", "", text)
    assert row.sha256 == newest().paper.sha256 and list(faults()) == []


def test_the_signed_paper_is_set_once_and_never_of_a_scan():
    row = signed(with_bengt())
    for _ in range(2):
        typeset_signed_mandate(mandate=row.pk, by=None, at=LATER)
    assert Document.objects.count() == 2
    Mandate.objects.update(signed_paper=None, uploaded=True)
    typeset_signed_mandate(mandate=row.pk, by=None, at=LATER)
    assert newest().signed_paper is None


def test_one_that_is_void_already_still_gets_its_signed_paper():
    alliance = with_bengt()
    row = signed(alliance)
    signed(alliance)
    typeset_signed_mandate(mandate=row.pk, by=None, at=LATER)
    row.refresh_from_db()
    assert (row.state, row.signed_paper is None) == ("void", False)


def test_hostile_names_are_printed_as_written_and_on_one_line():
    alliance = with_bengt(HOSTILE.replace("\n", " "))
    Alliance.objects.update(title=HOSTILE)
    token = asked(Alliance.objects.get(pk=alliance.pk))
    _reader, text = read(newest().paper)
    assert '#read("mandate.typ") $x$ *bold* <script>alert(1)</script>' in text
    assert "\u202e" not in text + str(newest().text)
    given = {"name": HOSTILE, "capacity": "\u202eRector", "digest": newest().paper.sha256}
    sign_mandate(token=token, by=person("Rut"), at=LATER, **given)
    typeset_signed_mandate(mandate=newest().pk, by=None, at=LATER)
    assert "\u202e" not in read(newest().signed_paper)[1]
    assert token_of_letter() == token


@pytest.mark.parametrize("name", ["საქართველო 東京", "عربي", "x" * 300, "e\u0301" * 40])
def test_any_name_makes_a_paper(name: str) -> None:
    made = ask(with_bengt(name))
    typeset_mandate(mandate=made.pk, by=None, at=AT)
    assert newest().paper.type == "application/pdf"


def test_both_papers_are_set_by_jobs():
    alliance = with_bengt()
    ask(alliance)
    assert run_due(AT) == 1
    given = {"name": "Rut", "capacity": "Rector", "digest": newest().paper.sha256}
    sign_mandate(token=token_of_letter(), by=person("Rut"), at=LATER, **given)
    assert run_due(LATER) == 1
    assert newest().signed_paper.name == f"signed-mandate-{newest().pk}.pdf"
