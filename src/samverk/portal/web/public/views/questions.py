"""What others have asked about a call, with the agency's answers."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samverk.portal.calls.facts import title
from samverk.portal.calls.queries import published_questions
from samverk.portal.foundation.paging import BadMark
from samverk.portal.web.public.told import told
from samverk.portal.web.public.views.call import shown_or_404
from samverk.portal.web.shared.books import language

LONGEST = 100
"""Characters of a search."""


@require_safe
def questions(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """`q`: those that hold every one of these words, in either language; `after`: the next page."""
    row, text = shown_or_404(identifier), request.GET.get("q", "")[:LONGEST].replace("\0", "")
    try:
        found = published_questions(row, text=text, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    context = {
        "call": row,
        "title": f"{title(row, language())} {row.edition}",
        "takes": row.takes_questions(timezone.now()),
        "text": text.strip(),
        "found": [told(each) for each in found.rows],
        "after": found.after,
    }
    return render(request, "public/questions.html", context)
