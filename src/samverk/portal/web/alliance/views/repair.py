"""The smallest change that lets an alliance apply, and what follows if somebody leaves: tried at the front door."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samverk.portal.alliances.facts import book, case
from samverk.portal.web.alliance.views.page import seen
from samverk.portal.web.shared.books import language
from samverk.portal.web.shared.mending import Mending


@require_safe
def repair(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """Nothing is changed here: a way can be tried apart from the alliance, and then be gone for real."""
    row = seen(request, alliance)
    return render(request, "alliance/repair.html", {"alliance": row, "page": Mending(case(row), book(row), language())})
