"""Where to go after a deed, and the address that is handed over."""

from uuid import UUID

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import override


def see_other(name: str, *parts: UUID | str, at: str = "") -> HttpResponseRedirect:
    """A redirect that is fetched by GET, so that going back does no deed twice. `at`: the part of the page to go to."""
    return HttpResponseRedirect(reverse(name, args=parts) + (f"#{at}" if at else ""), status=303)


def invitation_link(request: HttpRequest, token: str, language: str) -> str:
    """The whole address of an invitation, in the language of who is asked."""
    with override(language):
        return request.build_absolute_uri(reverse("alliance:invitation", args=[token]))
