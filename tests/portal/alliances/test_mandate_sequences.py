"""Whatever is done in whatever order: at most one mandate of an organisation holds, and it says what is so."""

from contextlib import suppress
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from tests.portal.alliances.build import AT, part, person
from tests.portal.alliances.mandates import PDF, asked, sign, token_of_letter, with_bengt

from samverk.portal.alliances.actions.decline_mandate import decline_mandate
from samverk.portal.alliances.actions.describe import describe
from samverk.portal.alliances.actions.mandate_paper import facts_of
from samverk.portal.alliances.actions.upload_mandate import upload_mandate
from samverk.portal.alliances.actions.withdraw_mandate import withdraw_mandate
from samverk.portal.alliances.models import Alliance, Mandate
from samverk.portal.alliances.queries import alliance as seen
from samverk.portal.foundation.decision import Refusal
from samverk.portal.ledger.queries import faults

DEEDS = ("ask", "sign", "decline", "withdraw", "upload", "rename", "rename back")


class WhateverIsDone(TestCase):
    @settings(max_examples=15)
    @given(deeds=st.lists(st.sampled_from(DEEDS), min_size=3, max_size=9))
    def test_one_holds_at_most_and_none_says_what_is_no_longer_so(self, deeds: list[str]) -> None:
        alliance = with_bengt()
        for number, deed in enumerate(deeds):
            with suppress(Refusal, LookupError):
                do(deed, alliance, number)
            check(alliance)
        assert list(faults()) == []


def do(deed: str, alliance: Alliance, number: int) -> None:
    at, college = AT + timedelta(minutes=number), part(alliance, "college").pk
    match deed:
        case "ask":
            asked(alliance, at=at)
        case "sign":
            sign(last_token(), at=at)
        case "decline":
            decline_mandate(token=last_token(), reason="", by=person("Rut"), at=at)
        case "withdraw":
            withdraw_mandate(participant_id=college, by=person("Anna"), at=at)
        case "upload":
            upload_mandate(participant_id=college, content=PDF, name="scan.pdf", by=person("Bengt"), at=at)
        case _:
            title = "Another" if deed == "rename" else "Skogens digitala tvilling"
            version = Alliance.objects.get(pk=alliance.pk).version
            describe(alliance=alliance.pk, version=version, changes={"title": title}, by=person("Anna"), at=at)


def last_token() -> str:
    """Raises LookupError as long as nothing was asked."""
    if not Mandate.objects.exists():
        raise LookupError
    return token_of_letter()


def check(alliance: Alliance) -> None:
    now = seen(alliance.pk, person("Anna"))
    live = Mandate.objects.filter(participant__alliance=alliance).live()
    assert len({row.state for row in live}) == len(live) <= 2
    college = next(row for row in now.participants.all() if row.key == "college")
    assert all(row.facts == facts_of(now, college) for row in live)
