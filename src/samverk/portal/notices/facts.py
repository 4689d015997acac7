"""The wording of a message in the receiver's language."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from samverk.portal.notices.states import Kind

LONGEST_FACT = 150
"""Characters. A name that is longer is no name but a letter of somebody else's."""


@dataclass(frozen=True, slots=True)
class Wording:
    """`subject` is one line; `body` is plain text."""

    subject: str
    body: str


def wording(kind: Kind, facts: Mapping[str, str | int], link: str, language: str) -> Wording:
    """The message in words. `link` is a path without the language; without one the body names no address."""
    told = lines(facts)
    address = f"{settings.PUBLIC_ADDRESS}/{language}{link}" if link else ""
    with translation.override(language):
        text = render_to_string(f"notices/{kind}.txt", told | {"address": address})
    subject, _, body = text.strip().partition("\n")
    return Wording(_line(subject, len(subject)), body.strip() + "\n")


def lines(facts: Mapping[str, str | int]) -> dict[str, str | int]:
    """The facts with each text as one line; as such every database can keep them."""
    return {name: _line(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}


def _line(text: str, longest: int = LONGEST_FACT) -> str:
    """The text as one line, without control characters and those that turn the writing direction."""
    kept = "".join(" " if sign.isspace() else sign for sign in text)
    shown = "".join(sign for sign in kept if unicodedata.category(sign)[0] != "C")
    return " ".join(shown.split())[:longest]
