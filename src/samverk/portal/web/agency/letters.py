"""Letters in words, without the links that may open something."""

from typing import Any

from samverk.portal.notices.facts import Wording, letter_wording
from samverk.portal.notices.models import Letter


def language_of(letter: Letter) -> str:
    """In which the receiver reads."""
    return letter.person.language if letter.person else letter.language


def text_of(letter: Letter) -> Wording:
    """What the letter says, in the receiver's language."""
    return letter_wording(letter.kind, _without_links(letter.facts), "", language_of(letter))


def _without_links(facts: dict[str, Any]) -> dict[str, Any]:
    """Of a letter that gathers messages."""
    gathered = [{**message, "link": ""} for message in facts.get("messages", [])]
    return {**facts, "messages": gathered} if gathered else facts
