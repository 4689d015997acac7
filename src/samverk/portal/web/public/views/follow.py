"""Follow a call or the new calls of a scheme, and leave off, by one press."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from samverk.portal.calls.actions.subscribe import subscribe
from samverk.portal.calls.actions.unsubscribe import unsubscribe
from samverk.portal.web.shared.deeds import do


@require_POST
def call(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """`stop`: follow it no more."""
    if "stop" in request.POST:
        do(request, unsubscribe, about=f"call:{identifier}", call=identifier)
        messages.success(request, gettext("You no longer hear of this call."))
    else:
        do(request, subscribe, about=f"call:{identifier}", call=identifier)
        messages.success(request, gettext("You are told when this call is changed or a question about it is answered."))
    return HttpResponse(status=303, headers={"Location": reverse("public:call", args=[identifier])})


@require_POST
def scheme(request: HttpRequest, scheme: str) -> HttpResponse:
    """`stop`: hear no more of its new calls."""
    if "stop" in request.POST:
        do(request, unsubscribe, about=f"scheme:{scheme}", scheme=scheme)
        messages.success(request, gettext("You no longer hear of new calls of this scheme."))
    else:
        do(request, subscribe, about=f"scheme:{scheme}", scheme=scheme)
        messages.success(request, gettext("You are told of each new call of this scheme."))
    return HttpResponse(status=303, headers={"Location": reverse("public:calls")})
