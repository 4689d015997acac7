"""The smallest change that lets an alliance apply, and what follows if somebody leaves. Needs no account."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.web.public.opening import opened, told
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.mending import Mending


@require_safe
@told
def repair(request: HttpRequest) -> HttpResponseBase:
    """The repairs of the case in the address; each can be tried at the front door, and undone there."""
    case, book = opened(request)
    return render(request, "public/repair.html", {"page": Mending(case, book, language())})
