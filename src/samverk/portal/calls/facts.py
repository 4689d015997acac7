"""A call as the rules see it."""

from samverk.portal.calls.models import Call
from samverk.scheme.book import Book, open_book


def book(call: Call) -> Book:
    """The rulebook that the call applies, closing when the call does."""
    return open_book(call.scheme, call.edition).closing(call.closes_at)


def title(call: Call, language: str) -> str:
    """The scheme's name, `sv` or `en`."""
    return open_book(call.scheme, call.edition).texts[language].name
