"""Numbers as people write them."""

import re
from decimal import Decimal

from samverk.portal.web.shared.books import language
from samverk.scheme.words import words

_MARKS = re.compile(r"[\s\u00a0\u202f']|€|eur(?:o|os)?\b|:-", re.IGNORECASE)
_PLAIN = re.compile(r"\d{1,13}(\.\d{1,2})?")
_GROUPED = re.compile(r"\d{1,3}([.,])\d{3}(\1\d{3})*")


class NotAnAmount(ValueError):
    """Not a number as the field wants it."""


def euros(text: str) -> Decimal:
    """An amount in EUR, at most 10^12: `700 000`, `700.000`, `700,000`, `999 138,80`, `€ 700 000`.

    A single mark before exactly three digits parts thousands; a mark before one or two is the decimal one.
    Raises `NotAnAmount`.
    """
    bare = _MARKS.sub("", text)
    found = _PLAIN.fullmatch(_with_point(bare))
    if not found or (amount := Decimal(found[0])) > 10**12:
        raise NotAnAmount(text)
    return amount


def _with_point(bare: str) -> str:
    whole, mark, decimals = bare, "", ""
    if split := re.fullmatch(r"(.*)([.,])(\d{1,2})", bare):
        whole, mark, decimals = split[1], ".", split[3]
    if _GROUPED.fullmatch(whole):
        whole = re.sub(r"[.,]", "", whole)
    return f"{whole}{mark}{decimals}"


def shown(amount: Decimal | None) -> str:
    """An amount as a field holds it, in the reader's language; `euros` reads it back to the same number."""
    return "" if amount is None else words(language()).number(amount)


def whole(text: str) -> int:
    """A whole number from 0 to 600, alone or before its unit (`24 months`). Raises `NotAnAmount`."""
    found = re.fullmatch(r"\s*(\d{1,3})\s*[^\W\d]*\.?\s*", text)
    if not found or int(found[1]) > 600:
        raise NotAnAmount(text)
    return int(found[1])
