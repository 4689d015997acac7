"""Reads of files."""

import hashlib
from uuid import UUID

from samverk.portal.documents.models import Document
from samverk.portal.foundation.decision import NotFound


class Damaged(Exception):
    """The bytes in the data folder are not those that were stored."""


def document(identifier: UUID) -> Document:
    """The document; raises NotFound. Whether a person may have it is for the thing that it belongs to to say."""
    try:
        return Document.objects.get(pk=identifier)
    except Document.DoesNotExist:
        raise NotFound from None


def content(document: Document) -> bytes:
    """The bytes as they were stored; raises Damaged if they no longer are."""
    found = document.path.read_bytes()
    if hashlib.sha256(found).hexdigest() != document.sha256:
        raise Damaged(str(document.pk))
    return found
