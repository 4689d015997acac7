"""The ledger to take along: a line of JSON for each entry."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.views.decorators.http import require_safe

from samverk.portal.ledger.models import Entry
from samverk.portal.ledger.queries import Wanted, every_entry
from samverk.portal.people.permissions import LEDGER_READERS
from samverk.portal.web.agency.screen import shown_to
from samverk.portal.web.agency.wanted import wanted


@require_safe
@shown_to(*LEDGER_READERS)
def download(request: HttpRequest) -> StreamingHttpResponse:
    """All that the address asks for, the oldest first, in constant memory."""
    response = StreamingHttpResponse(_lines(wanted(request).wanted), content_type="application/jsonl; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="samverk-ledger.jsonl"'
    response["Cache-Control"] = "private, no-store"
    return response


def _lines(which: Wanted) -> Iterator[str]:
    return (_line(entry) for entry in every_entry(which))


def _line(entry: Entry) -> str:
    told = {
        "seq": entry.seq,
        "at": entry.at.isoformat(),
        "by": str(entry.by) if entry.by else None,
        "deed": entry.deed,
        "about": entry.about,
        "within": entry.within,
        "reason": entry.reason,
        "facts": entry.told,
        "previous": entry.previous,
        "seal": entry.seal,
    }
    return json.dumps(told, ensure_ascii=False) + "\n"
