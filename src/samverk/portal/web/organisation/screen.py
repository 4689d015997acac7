"""What every screen of an organisation asks first, and where its deeds lead."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from samverk.portal.foundation.decision import NotFound, Refusal
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import acted_for
from samverk.portal.web.shared.deeds import person

LARGEST = 2**63 - 1


def own(request: HttpRequest, identifier: int) -> Organisation:
    """The organisation, for those who act for it and the agency. Raises Http404 for all others."""
    try:
        return acted_for(min(identifier, LARGEST), person(request))
    except NotFound:
        raise Http404 from None


def see_other(name: str, *parts: object) -> HttpResponse:
    """To the screen where the result is seen."""
    answer = redirect(name, *parts)
    answer.status_code = 303
    return answer


def status_of(refusal: Refusal) -> int:
    """409 if somebody else was faster."""
    return 409 if refusal.reason == "changed_meanwhile" else 422
