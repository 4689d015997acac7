"""A file that was handed in is saved, never shown, whatever it holds and however it is named."""

from datetime import UTC, datetime

import pytest
from tests.portal.documents.build import HTML, PDF

from samverk.portal.documents.actions.store import store
from samverk.portal.web.shared.files import download


@pytest.mark.django_db
def test_it_is_an_attachment_that_can_do_nothing(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    content = PDF[:9] + HTML + PDF[9:]
    document = store(
        content=content, name='"; å\r\nX: y.pdf', purpose="p", by=None, at=datetime(2026, 11, 24, tzinfo=UTC)
    )
    response = download(document)
    assert response.content == content
    assert dict(response.items()) == {
        "Content-Type": "application/pdf",
        "Content-Disposition": "attachment; filename*=utf-8''%3B%20%C3%A5X%20y.pdf",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox",
        "Cache-Control": "private, no-store",
    }
