"""The wording of every kind, in every language."""

import pytest
from django.conf import settings

from samverk.portal.notices.facts import wording
from samverk.portal.notices.states import Kind

FACTS: dict[str, str | int] = {
    "organisation": "<Lund>",
    "alliance": "Rural & 3.0",
    "call": "Rural & 3.0",
    "person": "Ida",
}
NAMES = ("Rural & 3.0", "<Lund>")
"""Of the alliance, the call or the organisation: a reader knows what it is about."""


@pytest.mark.parametrize("accepted", [0, 1])
@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_worded(kind: Kind, language: str, accepted: int) -> None:
    text = wording(kind, FACTS | {"accepted": accepted, "withdrawn": accepted, "verified": accepted}, "/x/", language)
    assert any(name in text.subject for name in NAMES) and any(name in text.body for name in NAMES)
    assert text.body.endswith(f"\n{settings.PUBLIC_ADDRESS}/{language}/x/\n")


@pytest.mark.parametrize("accepted", [0, 1])
@pytest.mark.parametrize("kind", Kind)
def test_swedish_is_not_english(kind: Kind, accepted: int) -> None:
    english, swedish = (
        wording(kind, FACTS | {"accepted": accepted, "withdrawn": accepted, "verified": accepted}, "", language)
        for language in ("en", "sv")
    )
    assert english.subject != swedish.subject and english.body != swedish.body
    assert "http" not in english.body + swedish.body
