"""Tables."""

from samverk.portal.documents.models.document import Document

__all__ = ["Document"]
