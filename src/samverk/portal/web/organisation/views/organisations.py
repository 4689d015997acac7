"""The organisations that a person acts for, and the requests that the person can answer."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.foundation.decision import Refusal
from samverk.portal.foundation.paging import BadMark
from samverk.portal.foundation.reasons import words_for
from samverk.portal.organisations.queries import asked_by, organisations_of, requests_for
from samverk.portal.web.organisation.screen import status_of
from samverk.portal.web.shared.deeds import person


@require_safe
def organisations(request: HttpRequest) -> HttpResponse:
    """What is the person's own; requests from the mark `after` on."""
    return shown(request)


def shown(request: HttpRequest, refusal: Refusal | None = None) -> HttpResponse:
    """The screen, with why a deed was refused if one was."""
    whose = person(request)
    try:
        requests = requests_for(whose, after=request.GET.get("after", ""))
    except BadMark:
        raise Http404 from None
    told = {
        "organisations": organisations_of(whose),
        "asked": asked_by(whose),
        "requests": requests,
        "mistake": words_for(refusal.reason) if refusal else "",
    }
    return render(request, "organisation/list.html", told, status=status_of(refusal) if refusal else 200)
