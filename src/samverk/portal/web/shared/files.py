"""Giving out a file that somebody handed in: always to save, never to show."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from samverk.portal.documents import queries
from samverk.portal.documents.models import Document


def download(document: Document) -> HttpResponse:
    """The file as an attachment. Whether this person may have it was asked before."""
    response = HttpResponse(queries.content(document), content_type=document.type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=document.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
