"""The wording of a message in the receiver's language."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from samverk.portal.notices.states import DIGEST, Kind

LONGEST_FACT = 150
"""Characters. A name that is longer is no name but a letter of somebody else's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """`subject` is one line; `body` is plain text."""

    subject: str
    body: str


def wording(kind: Kind, facts: Mapping[str, str | int], link: str, language: str) -> Wording:
    """The message in words. `link` is a path without the language; without one the body names no address."""
    return _worded(kind, lines(facts), link, language)


def letter_wording(kind: str, facts: Mapping[str, Any], link: str, language: str) -> Wording:
    """The same of a letter, which may gather several messages."""
    if kind == DIGEST:
        return gathered(facts["messages"], facts["more"], link, language)
    return wording(Kind(kind), facts, link, language)


def gathered(messages: Sequence[Mapping[str, Any]], more: int, link: str, language: str) -> Wording:
    """Several in one letter: each message has kind, facts and link, and `more` are only counted."""
    told = [
        {
            "subject": wording(Kind(message["kind"]), message["facts"], "", language).subject,
            "address": _address(message["link"], language),
        }
        for message in messages
    ]
    return _worded(DIGEST, {"messages": told, "more": more, "number": len(told) + more}, link, language)


def _worded(kind: str, told: Mapping[str, Any], link: str, language: str) -> Wording:
    with translation.override(language):
        text = render_to_string(f"notices/{kind}.txt", {**told, "address": _address(link, language)})
    subject, _, body = text.strip().partition("\n")
    return Wording(_line(subject, len(subject)), body.strip() + "\n")


def _address(link: str, language: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}/{language}{link}" if link else ""


def lines(facts: Mapping[str, str | int]) -> dict[str, str | int]:
    """The facts with each text as one line; as such every database can keep them."""
    return {name: _line(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}


def _line(text: str, longest: int = LONGEST_FACT) -> str:
    """The text as one line, without control characters and those that turn the writing direction."""
    kept = "".join(" " if sign.isspace() else sign for sign in text)
    shown = "".join(sign for sign in kept if unicodedata.category(sign)[0] != "C")
    return " ".join(shown.split())[:longest]
