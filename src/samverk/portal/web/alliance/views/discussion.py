"""What is said in an alliance."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from samverk.portal.alliances.actions import say as saying
from samverk.portal.foundation.decision import Refusal
from samverk.portal.web.alliance.addresses import see_other
from samverk.portal.web.alliance.views.page import refused
from samverk.portal.web.shared.deeds import do


@require_POST
def say(request: HttpRequest, alliance: UUID) -> HttpResponse:
    """Say something; a text that is refused stays in its field."""
    text = request.POST.get("text", "")
    try:
        do(request, saying.say, about=f"alliance:{alliance}", alliance=alliance, text=text)
    except Refusal as refusal:
        return refused(request, alliance, refusal, typed=text)
    return see_other("alliance:page", alliance, at="discussion-title")


@require_POST
def take_back(request: HttpRequest, alliance: UUID, comment: UUID) -> HttpResponse:
    """Take back what one said."""
    try:
        do(request, saying.take_back, about=f"comment:{comment}", comment=comment)
    except Refusal as refusal:
        return refused(request, alliance, refusal)
    return see_other("alliance:page", alliance, at="discussion-title")
