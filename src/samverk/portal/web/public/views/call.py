"""One call: its days, its money, what was changed, and the day for one's own calendar."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from icalendar import Calendar, Event

from samverk.portal.calls.facts import title
from samverk.portal.calls.queries import amendments, call_document, documents, follows, published_questions, shown
from samverk.portal.calls.states import Standing
from samverk.portal.foundation.decision import NotFound
from samverk.portal.people.models import Person
from samverk.portal.web.public.timeline import timeline
from samverk.portal.web.public.told import told
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.countdown import left, own_zone
from samverk.portal.web.shared.files import download
from samverk.portal.web.shared.state import encode
from samverk.scheme.facts import Case
from samverk.scheme.words import words

SHOWN_QUESTIONS = 3


@require_safe
def call(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """Everything that everybody may know of it."""
    row, at, lang = shown_or_404(identifier), timezone.now(), language()
    changes = list(amendments(row))
    days, now = timeline(row, changes, at)
    context = {
        "call": row,
        "title": title(row, lang),
        "standing": row.standing(at),
        "left": left(row.closes_at, at),
        "envelope": _money(row.envelope, lang),
        "case": encode(Case(scheme=row.scheme, call=row.edition)),
        "amendments": [
            (a, a.reason(lang), _money(a.envelope_before, lang), _money(a.envelope_after, lang)) for a in changes
        ],
        "days": days,
        "now": now,
        "files": [(file, file.title(lang)) for file in documents(row)],
        "questions": [told(each) for each in published_questions(row, size=SHOWN_QUESTIONS).rows],
        "takes": row.takes_questions(at),
        "follows": follows(request.user, row) if isinstance(request.user, Person) else None,
        "withdrawn_because": row.withdrawn_because(lang),
        "own_zone": own_zone(request),
    }
    return render(request, "public/call.html", context)


@require_safe
def document(_request: HttpRequest, identifier: UUID, document: UUID) -> HttpResponse:
    """A file of the call, to save."""
    try:
        return download(call_document(document, shown_or_404(identifier)).document)
    except NotFound:
        raise Http404 from None


@require_safe
def calendar(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """The closing instant as an event; programs that know it by its name move it when the call is amended."""
    row = shown_or_404(identifier)
    event = Event()
    event.add("uid", row.pk.urn)
    event.add("sequence", row.version)
    event.add("dtstamp", row.published_at)
    event.add("dtstart", row.closes_at)
    name = f"{title(row, language())} {row.edition}"
    event.add("summary", gettext("%(call)s closes") % {"call": name})
    event.add("url", request.build_absolute_uri(reverse("public:call", args=[row.pk])))
    withdrawn = row.standing(row.closes_at) is Standing.WITHDRAWN
    event.add("status", "CANCELLED" if withdrawn else "CONFIRMED")
    return HttpResponse(_alone(event), content_type="text/calendar; charset=utf-8")


def _alone(event: Event) -> bytes:
    whole = Calendar()
    whole.add("prodid", "-//Samverk//Calls//EN")
    whole.add("version", "2.0")
    whole.add_component(event)
    return whole.to_ical()


def shown_or_404(identifier: UUID) -> Any:
    """A call that is or was published. Raises Http404."""
    try:
        return shown(identifier)
    except NotFound:
        raise Http404 from None


def _money(amount: Decimal | None, lang: str) -> str:
    return "" if amount is None else words(lang).amount(amount, "EUR")
