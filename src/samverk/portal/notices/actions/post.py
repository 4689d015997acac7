"""Writing to an address without an account, as part of another deed."""

from collections.abc import Mapping
from datetime import datetime

from samverk.portal.notices.facts import lines
from samverk.portal.notices.models import Letter
from samverk.portal.notices.states import Kind


def post(*, kind: Kind, address: str, language: str, link: str, facts: Mapping[str, str | int], at: datetime) -> None:
    """Queue a letter. The link may hold a token: it is forgotten when the letter has been sent."""
    Letter.objects.create(
        kind=kind, address=address, language=language, link=link, facts=lines(facts), made_at=at, due_at=at
    )
