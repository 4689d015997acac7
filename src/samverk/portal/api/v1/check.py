"""A verdict on a case, for everybody."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from samverk.portal.alliances.actions.keep import CannotKeep
from samverk.portal.api.v1.verdicts import VerdictTold, verdict
from samverk.scheme.book import open_book
from samverk.scheme.book.load import NoSuchBook
from samverk.scheme.facts import Case

router = Router(tags=["check"])


@router.post("/check", response=VerdictTold, summary="Check a case by the rules of its call", auth=None)
def check(request: HttpRequest, case: Case) -> dict[str, Any]:
    """Nothing is kept. A call that there is none of is refused as `no_such_call`."""
    try:
        return verdict(case, open_book(case.scheme, case.call))
    except NoSuchBook:
        raise CannotKeep("no_such_call") from None
