"""Where a screen does a deed: the refused ones are put on record, and told to the reader."""

from collections.abc import Callable
from typing import TypeVar

from django.http import Http404, HttpRequest
from django.utils import timezone

from samverk.portal.foundation.decision import NotFound
from samverk.portal.ledger.actions.attempt import attempt
from samverk.portal.people.models import Person

Result = TypeVar("Result")


def do(request: HttpRequest, action: Callable[..., Result], *, about: str, **given: object) -> Result:
    """Call an action as the person who is signed in, now. `about`: what a refusal is recorded of, as `alliance:…`.

    Raises Http404 where there is nothing, and the action's Refusal, on record, for the screen to tell.
    """
    try:
        return attempt(action, about=about, by=person(request), at=timezone.now(), given=given)
    except NotFound:
        raise Http404 from None


def person(request: HttpRequest) -> Person:
    """Who is signed in; the access list has seen to it that somebody is."""
    assert isinstance(request.user, Person)  # noqa: S101 - or the address is in the wrong list
    return request.user
