"""A published question as its reader gets it."""

from typing import Any, NamedTuple

from samverk.portal.web.shared.books import language


class Told(NamedTuple):
    """In `language`, the reader's if it is there."""

    row: Any
    language: str
    question: str
    answer: str


def told(row: Any) -> Told:
    """As the reader gets it."""
    lang = language()
    return Told(row, row.shown_in(lang), row.question(lang), row.answer(lang))
