"""One letter in words, and sending it again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.foundation.reasons import words_for
from samverk.portal.notices import queries
from samverk.portal.notices.states import LetterState
from samverk.portal.people.actions.send_again import send_again
from samverk.portal.people.permissions import READERS, SENDERS
from samverk.portal.web.agency.addresses import see_other
from samverk.portal.web.agency.letters import text_of
from samverk.portal.web.agency.screen import roles, shown_to
from samverk.portal.web.agency.views.outbox import line
from samverk.portal.web.shared.deeds import do


@require_http_methods(["GET", "HEAD", "POST"])
@shown_to(*READERS)
def letter(request: HttpRequest, letter: UUID) -> HttpResponse:
    """GET: the text, without the link that may open something. POST: send it again."""
    if request.method != "POST":
        return _shown(request, letter)
    try:
        do(request, send_again, about=f"letter:{letter}", letter_id=letter)
    except Refusal as refusal:
        return _shown(request, letter, refusal)
    messages.success(request, gettext("The letter waits to be sent again."))
    return see_other("agency:letter", letter)


def _shown(request: HttpRequest, identifier: UUID, refusal: Refusal | None = None) -> HttpResponse:
    try:
        row = queries.letter(identifier)
    except NotFound:
        raise Http404 from None
    failed = row.state == LetterState.FAILED
    shown = {
        "line": line(row),
        "body": text_of(row).body,
        "failed": failed,
        "may_send": failed and row.person is not None and not SENDERS.isdisjoint(roles(request)),
        "mistake": words_for(refusal.reason) if refusal else "",
    }
    return render(request, "agency/letter.html", shown, status=422 if refusal else 200)
