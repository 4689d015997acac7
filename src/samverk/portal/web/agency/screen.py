"""What every screen of the agency asks first: whether somebody of the agency is looking, and as what."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from samverk.portal.people.models import Person, RoleKind
from samverk.portal.people.permissions import AGENCY
from samverk.portal.people.queries import roles_of

View = Callable[..., HttpResponseBase]


def roles(request: HttpRequest) -> frozenset[RoleKind]:
    """The open roles of who is looking; asked of the database once a request."""
    if not isinstance(request.user, Person):
        return frozenset()
    found = request.__dict__.get("roles")
    if found is None:
        found = request.__dict__["roles"] = roles_of(request.user)
    return frozenset(found)


def shown_to(*kinds: RoleKind) -> Callable[[View], View]:
    """Decorator: to everybody without one of these roles the screen is not there. Without `kinds`: all the agency's."""
    allowed = frozenset(kinds) or AGENCY

    def guarded(view: View) -> View:
        @wraps(view)
        def seen(request: HttpRequest, *given: object, **named: object) -> HttpResponseBase:
            if allowed.isdisjoint(roles(request)):
                raise Http404
            return view(request, *given, **named)

        return seen

    return guarded


def asked(request: HttpRequest, *names: str) -> dict[str, str]:
    """What the address asks for, without the blanks around it. Raises Http404 for what no database can look for."""
    found = {name: request.GET.get(name, "").strip() for name in names}
    if any("\x00" in text for text in found.values()):
        raise Http404
    return found
