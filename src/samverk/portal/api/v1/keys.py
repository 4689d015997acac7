"""Who knocks: a program with a person's key, or the person's own browser."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import APIKeyCookie, HttpBearer
from ninja.utils import check_csrf

from samverk.portal.api.v1.problems import Problem
from samverk.portal.people.actions.use_token import use_token
from samverk.portal.people.models import Person
from samverk.portal.people.states import Scope


@dataclass(frozen=True)
class Caller:
    """As whom things are read and done."""

    person: Person

    def __str__(self) -> str:
        return str(self.person.pk)


class Key(HttpBearer):
    """An access token in the header Authorization, with the scope of the operation."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, _request: HttpRequest, token: str) -> Caller | None:
        found = use_token(secret=token, at=timezone.now())
        if found is None:
            return None
        if self.scope not in found.scopes:
            asked = f'Bearer realm="samverk", error="insufficient_scope", scope="{self.scope}"'
            raise Problem("no_scope", headers={"WWW-Authenticate": asked}, scope=str(self.scope))
        return Caller(found.person)


class Session(APIKeyCookie):
    """The session of a browser that is signed in; what changes something needs the CSRF token too."""

    param_name = settings.SESSION_COOKIE_NAME

    def __call__(self, request: HttpRequest) -> Caller | None:
        if "Authorization" in request.headers or not request.user.is_authenticated:
            return None
        if check_csrf(request):
            raise Problem("no_csrf")
        return self.authenticate(request, None)

    def authenticate(self, request: HttpRequest, _key: str | None) -> Caller | None:
        return Caller(request.user) if isinstance(request.user, Person) else None


def opens(scope: Scope) -> dict[str, Any]:
    """For an operation: who may knock. The document says the scope."""
    return {"auth": [Key(scope), Session()], "openapi_extra": {"x-scope": str(scope)}}


def caller(request: HttpRequest) -> Person:
    """Who is let in; an operation without `opens` has nobody."""
    return request.auth.person  # type: ignore[attr-defined]
