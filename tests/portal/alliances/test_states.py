"""The five lives: every event in every state."""

from enum import StrEnum
from itertools import product

import pytest

from samverk.portal.alliances.states import (
    ALLIANCE,
    INVITATION,
    MANDATE,
    OFFER,
    PARTICIPANT,
    AllianceEvent,
    AllianceState,
    InvitationEvent,
    InvitationState,
    MandateEvent,
    MandateState,
    OfferEvent,
    OfferState,
    ParticipantEvent,
    ParticipantState,
)  # fmt: skip
from samverk.portal.foundation.lifecycle import Lifecycle, WrongState

LIVES: dict[str, tuple[Lifecycle, type[StrEnum], type[StrEnum], set[str]]] = {
    "alliance": (ALLIANCE, AllianceState, AllianceEvent, {"forming dissolve dissolved"}),
    "participant": (
        PARTICIPANT,
        ParticipantState,
        ParticipantEvent,
        {
            "planned invite invited", "planned remove removed",
            "invited invite invited", "invited withdraw planned", "invited accept joined",
            "invited decline declined", "invited remove removed",
            "declined invite invited", "declined remove removed",
            "joined leave left", "joined remove removed",
        },
    ),
    "invitation": (
        INVITATION,
        InvitationState,
        InvitationEvent,
        {"open accept accepted", "open decline declined", "open withdraw withdrawn"},
    ),
    "mandate": (
        MANDATE,
        MandateState,
        MandateEvent,
        {
            "asked sign signed", "asked upload signed", "asked decline declined", "asked withdraw withdrawn",
            "asked void void", "signed void void",
        },
    ),
    "offer": (
        OFFER, OfferState, OfferEvent, {"open take taken", "open decline declined", "open withdraw withdrawn"},
    ),
}  # fmt: skip
PAIRS = [(life, *pair) for life, (_, states, events, _steps) in LIVES.items() for pair in product(states, events)]


@pytest.mark.parametrize(("life", "state", "event"), PAIRS, ids=[" ".join(pair) for pair in PAIRS])
def test_what_is_in_the_table_happens_and_the_rest_is_refused(life: str, state: StrEnum, event: StrEnum) -> None:
    table, _states, _events, steps = LIVES[life]
    after = {step.rpartition(" ")[0]: step.rpartition(" ")[2] for step in steps}.get(f"{state} {event}")
    assert table.allows(state, event) is (after is not None)
    if after:
        assert table.after(state, event) == after
    else:
        with pytest.raises(WrongState):
            table.after(state, event)


@pytest.mark.parametrize(
    ("life", "start"),
    [
        ("alliance", "forming"),
        ("participant", "planned"),
        ("invitation", "open"),
        ("mandate", "asked"),
        ("offer", "open"),
    ],
)
def test_each_begins(life: str, start: str) -> None:
    assert LIVES[life][0].start == start
