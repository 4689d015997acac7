"""Where the API does a deed: with the same record of refusals as the screens."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest
from django.utils import timezone

from samverk.portal.api.v1.keys import caller
from samverk.portal.api.v1.problems import Problem
from samverk.portal.api.v1.versions import version_of
from samverk.portal.foundation.saving import StaleSave
from samverk.portal.ledger.actions.attempt import attempt

Result = TypeVar("Result")


def do(request: HttpRequest, action: Callable[..., Result], *, about: str, **given: object) -> Result:
    """Call an action as the one who knocks, now. `about`: what a refusal is recorded of. Raises its Refusal."""
    return attempt(action, about=about, by=caller(request), at=timezone.now(), given=given)


def edit(
    request: HttpRequest, action: Callable[..., object], *, about: str, now: Callable[[], object], **given: object
) -> None:
    """The same for a deed on a version, which If-Match names. `now` reads the thing as it is.

    Raises Problem `no_version`, and `changed_meanwhile` with the thing as it is now.
    """
    version = version_of(request)
    try:
        do(request, action, about=about, version=version, **given)
    except StaleSave:
        raise Problem("changed_meanwhile", current=now()) from None
