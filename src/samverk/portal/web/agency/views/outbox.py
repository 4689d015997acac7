"""What was sent to whom, when, and what became of it."""

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from samverk.portal.foundation.paging import BadMark
from samverk.portal.notices.models import Letter
from samverk.portal.notices.queries import outbox as letters
from samverk.portal.people.permissions import READERS
from samverk.portal.web.agency.letters import language_of, text_of
from samverk.portal.web.agency.screen import asked, shown_to
from samverk.portal.web.agency.wording import LETTERS


class Line(NamedTuple):
    """A letter, its first line in the receiver's language, to whom, and its state in a word."""

    letter: Letter
    subject: str
    language: str
    name: str
    address: str
    state: str | Promise


@require_safe
@shown_to(*READERS)
def outbox(request: HttpRequest) -> HttpResponse:
    """Of a `state` or of all, to an `address` or to all, from the mark `after` on."""
    wanted = asked(request, "state", "address")
    try:
        page = letters(request.GET.get("after", ""), **wanted)
    except BadMark:
        raise Http404 from None
    shown = {
        "lines": [line(letter) for letter in page.rows],
        "states": LETTERS.items(),
        "next": page.after and urlencode({**wanted, "after": page.after}),
        **wanted,
    }
    return render(request, "agency/outbox.html", shown)


def line(letter: Letter) -> Line:
    """The letter as a list tells of it."""
    name, address = (letter.person.name, letter.person.email or "") if letter.person else ("", letter.address)
    return Line(letter, text_of(letter).subject, language_of(letter), name, address, LETTERS[letter.state])
