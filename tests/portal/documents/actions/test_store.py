"""Storing files: what they are is told by their bytes and their name, and both have to agree."""

import stat
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.portal.documents.build import HTML, JPEG, PDF, PNG

from samverk.portal.documents.actions.store import LARGEST, CannotStore, store
from samverk.portal.documents.models import Document
from samverk.portal.documents.queries import Damaged, content, document
from samverk.portal.foundation.decision import NotFound
from samverk.portal.foundation.ids import new_id

AT = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def one(content: bytes = PDF, name: str = "mandate.pdf") -> Document:
    return store(content=content, name=name, purpose="mandate", by=new_id(), at=AT)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("content_", "name", "type_"),
    [
        pytest.param(PDF, "a.pdf", "application/pdf", id="pdf"),
        pytest.param(PDF, "A.PDF", "application/pdf", id="capitals"),
        pytest.param(PNG, "a.png", "image/png", id="png"),
        pytest.param(JPEG, "a.jpg", "image/jpeg", id="jpg"),
        pytest.param(JPEG, "a.jpeg", "image/jpeg", id="jpeg"),
        pytest.param(JPEG + b"\0\0", "a.jpeg", "image/jpeg", id="padded"),
    ],
)
def test_what_is_stored_is_read_back(content_: bytes, name: str, type_: str) -> None:
    stored = document(one(content_, name).pk)
    assert (stored.name, stored.type, stored.size, content(stored)) == (name, type_, len(content_), content_)


@pytest.mark.parametrize(
    ("content_", "name", "reason"),
    [
        pytest.param(b"", "a.pdf", "empty_file", id="empty"),
        pytest.param(PDF[:-6] + b" " * LARGEST + PDF[-6:], "a.pdf", "too_large", id="too large"),
        pytest.param(HTML, "a.pdf", "wrong_type", id="HTML named pdf"),
        pytest.param(PDF, "a.png", "wrong_type", id="PDF named png"),
        pytest.param(PDF, "a.pdf.html", "wrong_type", id="PDF named html"),
        pytest.param(PDF, "a.svg", "wrong_type", id="a type we do not take"),
        pytest.param(HTML + PDF, "a.pdf", "wrong_type", id="HTML before PDF"),
        pytest.param(PNG + HTML, "a.png", "wrong_type", id="HTML behind PNG"),
        pytest.param(JPEG + b"PK\3\4 and an archive", "a.jpg", "wrong_type", id="archive behind JPEG"),
        pytest.param(PDF, "", "bad_name", id="no name"),
        pytest.param(PDF, "../..", "bad_name", id="only folders"),
        pytest.param(PDF, ".pdf", "bad_name", id="only an extension"),
        pytest.param(PDF, "a." + "b" * 200, "bad_name", id="an extension longer than a name"),
    ],
)
def test_what_is_refused_leaves_nothing(content_: bytes, name: str, reason: str, folder: Path) -> None:
    with pytest.raises(CannotStore) as refusal:
        one(content_, name)
    assert (refusal.value.reason, Document.objects.count(), files(folder)) == (reason, 0, [])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("../../etc/cron.d/a.pdf", "a.pdf", id="folders"),
        pytest.param("C:\\Users\\ida\\a.pdf", "a.pdf", id="the other folders"),
        pytest.param("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf", id="lines"),
        pytest.param("a\0.pdf", "a.pdf", id="zero"),
        pytest.param("gnp\u202efdp.pdf", "gnpfdp.pdf", id="turned writing direction"),
        pytest.param("<b>a</b>.pdf", "b.pdf", id="markup"),
        pytest.param("  Fullmakt   för åå.pdf", "Fullmakt för åå.pdf", id="Swedish"),
        pytest.param("a" * 300 + ".pdf", "a" * 146 + ".pdf", id="long"),
    ],
)
def test_names_are_made_safe(name: str, kept: str) -> None:
    assert one(name=name).name == kept


def test_the_largest_file_is_taken():
    whole = PDF[:-6] + b" " * (LARGEST - len(PDF)) + PDF[-6:]
    assert one(whole).size == LARGEST


def test_the_same_bytes_twice_are_two_documents_and_one_file(folder):
    first, second = one(), one(name="again.pdf")
    assert first.pk != second.pk and first.path == second.path
    assert files(folder) == [first.path]


def test_only_the_portal_reads_the_file(folder):
    path = one().path
    assert path.relative_to(folder).parts == (path.name[:2], path.name[2:4], path.name)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def script(tmp_path: Path, ends_with: int) -> str:
    path = tmp_path / "scan"
    path.write_text(f'#!/bin/sh\ncat "$2" > "{tmp_path}/seen"\nexit {ends_with}\n')
    path.chmod(0o700)
    return f"{path} --quiet"


def test_a_scanner_that_finds_nothing_has_seen_the_file(settings, tmp_path):
    settings.SCAN_COMMAND = script(tmp_path, 0)
    assert content(one()) == PDF
    assert (tmp_path / "seen").read_bytes() == PDF


def test_a_scanner_that_says_no_is_obeyed(settings, tmp_path, folder):
    settings.SCAN_COMMAND = script(tmp_path, 1)
    with pytest.raises(CannotStore, match="infected"):
        one()
    assert (Document.objects.count(), files(folder)) == (0, [])


def test_a_scanner_that_is_not_there_lets_nothing_through(settings, tmp_path, folder):
    settings.SCAN_COMMAND = str(tmp_path / "gone")
    with pytest.raises(FileNotFoundError):
        one()
    assert (Document.objects.count(), files(folder)) == (0, [])


def test_bytes_that_were_changed_are_not_given_out():
    stored = one()
    stored.path.write_bytes(HTML)
    with pytest.raises(Damaged):
        content(stored)


def test_there_is_no_such_document():
    with pytest.raises(NotFound):
        document(new_id())
