"""Handing in a mandate that was signed by hand."""

import hashlib

import pytest
from tests.portal.alliances.build import LATER, joined, not_found, one_entry, part, person, refused, told
from tests.portal.alliances.mandates import PDF, asked, newest, sign, signed, with_bengt

from samverk.portal.alliances.actions.upload_mandate import CannotUploadMandate, upload_mandate
from samverk.portal.alliances.models import Alliance, Mandate
from samverk.portal.documents.actions.store import CannotStore
from samverk.portal.documents.queries import content

pytestmark = pytest.mark.django_db


def upload(alliance: Alliance, who: str = "Bengt", content: bytes = PDF, name: str = "scan.pdf") -> Mandate:
    college = part(alliance, "college").pk
    return upload_mandate(participant_id=college, content=content, name=name, by=person(who), at=LATER)


def test_the_scan_is_kept_and_holds():
    alliance = with_bengt()
    asked(alliance)
    with one_entry("alliances.upload_mandate", newest().about, alliance, by="Bengt"):
        upload(alliance)
    row, sha256 = newest(), hashlib.sha256(PDF).hexdigest()
    assert (row.state, row.uploaded, row.sha256, row.name) == ("signed", True, sha256, "")
    assert content(row.signed_paper) == PDF
    assert told() == {"participant": str(row.participant_id), "sha256": sha256}


def test_the_link_of_the_letter_opens_no_more():
    alliance = with_bengt()
    token = asked(alliance)
    upload(alliance)
    with not_found():
        sign(token)


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        (b"", "scan.pdf", "empty_file"),
        (b"MZ nothing of ours", "scan.pdf", "wrong_type"),
        (PDF, "scan.exe", "wrong_type"),
        (PDF, "..", "bad_name"),
        (b"%PDF-" + bytes(10 * 1024 * 1024) + b"%%EOF", "scan.pdf", "too_large"),
    ],
)
def test_what_is_no_scan_is_refused(content: bytes, name: str, reason: str) -> None:
    alliance = with_bengt()
    asked(alliance)
    with refused(CannotStore, reason):
        upload(alliance, content=content, name=name)
    assert newest().state == "asked"


def test_nothing_was_asked():
    alliance = with_bengt()
    with refused(CannotUploadMandate, "not_asked"):
        upload(alliance)


@pytest.mark.parametrize("who", ["Anna", "David"])
def test_others_cannot(who: str) -> None:
    alliance = with_bengt()
    joined(alliance, "works", "David")
    asked(alliance)
    with refused(CannotUploadMandate, "not_yours"):
        upload(alliance, who)


def test_a_stranger_finds_nothing():
    alliance = with_bengt()
    asked(alliance)
    with not_found():
        upload(alliance, "Carla")


def test_the_one_before_is_void():
    alliance = with_bengt()
    first = signed(alliance)
    asked(alliance)
    upload(alliance)
    first.refresh_from_db()
    assert (first.state, first.void_because, newest().state) == ("void", "newer", "signed")
