"""Programs of people, as tests need them."""

from typing import Any

from django.test import Client
from django.utils import timezone

from samverk.portal.people.actions.issue_token import issue_token
from samverk.portal.people.models import Person
from samverk.portal.people.states import Scope

ALL = tuple(Scope)


def secret(person: Person, *scopes: str, **given: Any) -> str:
    """A new key; without `scopes` it opens everything."""
    return issue_token(name="Program", scopes=scopes or ALL, by=person, at=timezone.now(), **given)


class Program:
    """One that comes in with a person's key. Bodies are sent as JSON."""

    def __init__(self, person: Person | None, *scopes: str) -> None:
        key = {"Authorization": f"Bearer {secret(person, *scopes)}"} if person else {}
        self.client = Client(headers={"Accept-Language": "en", **key})

    def __call__(self, method: str, path: str, body: object = None, **headers: str) -> Any:
        sent = {} if body is None else {"data": body, "content_type": "application/json"}
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return getattr(self.client, method.lower())(f"/api/v1{path}", headers=named, **sent)
