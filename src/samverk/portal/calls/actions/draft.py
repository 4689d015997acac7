"""What a draft must be like."""

from samverk.portal.calls.models import Call
from samverk.scheme.book import open_book
from samverk.scheme.book.load import NoSuchBook

FIELDS = ("scheme", "edition", "opens_at", "closes_at", "questions_until", "envelope", "expected")
"""What it says."""


def mistake(draft: Call) -> str:
    """The code of the first thing that is wrong; empty if nothing is."""
    faults = {
        "no_such_call": not _has_book(draft),
        "closes_before_it_opens": draft.closes_at <= draft.opens_at,
        "questions_after_closing": bool(draft.questions_until and draft.questions_until > draft.closes_at),
        "negative": min(draft.envelope or 0, draft.expected or 0) < 0,
    }
    return next((code for code, is_so in faults.items() if is_so), "")


def _has_book(draft: Call) -> bool:
    try:
        open_book(draft.scheme, draft.edition)
    except NoSuchBook:
        return False
    return True
