"""Ask, take back, answer: each leads back to where the result is seen; a refusal is told above the list."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samverk.portal.foundation.decision import Refusal
from samverk.portal.organisations.actions.answer_membership import answer_membership
from samverk.portal.organisations.actions.request_membership import request_membership
from samverk.portal.organisations.actions.withdraw_request import withdraw_request
from samverk.portal.web.organisation.screen import LARGEST, see_other
from samverk.portal.web.organisation.views.organisations import shown
from samverk.portal.web.shared.deeds import do


@require_POST
def ask(request: HttpRequest, organisation: int) -> HttpResponse:
    """`kind`: editor or legal_representative."""
    about, kind = f"organisation:{organisation}", request.POST.get("kind", "")
    try:
        do(request, request_membership, about=about, organisation=min(organisation, LARGEST), kind=kind)
    except Refusal as refusal:
        return shown(request, refusal)
    return see_other("organisation:list")


@require_POST
def answer(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """`answer`: approve; everything else declines."""
    approve = request.POST.get("answer") == "approve"
    try:
        do(request, answer_membership, about=f"membership:{identifier}", membership=identifier, approve=approve)
    except Refusal as refusal:
        return shown(request, refusal)
    return see_other("organisation:list")


@require_POST
def withdraw(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """No more than the button."""
    try:
        do(request, withdraw_request, about=f"membership:{identifier}", membership=identifier)
    except Refusal as refusal:
        return shown(request, refusal)
    return see_other("organisation:list")
