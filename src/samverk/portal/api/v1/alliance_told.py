"""An alliance and its participants as they are told to those who may see them."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from ninja import Schema

from samverk.portal.alliances.facts import DESCRIBED, OF_PARTICIPANTS
from samverk.portal.alliances.queries import leader
from samverk.portal.api.v1.fields import Who, who

IN_LIST = ("id", "scheme", "call", "title", "acronym", "state", "created_at")


class AllianceInList(Schema):
    id: UUID
    scheme: str
    call: str
    title: str
    acronym: str
    state: str
    created_at: datetime


class ParticipantTold(Schema):
    """`organisation`: its number in the registry. `contact` speaks for it. An empty text or null: not known."""

    id: UUID
    number: int
    key: str
    organisation: int | None
    state: str
    coordinator: bool
    contact: Who | None
    replaces: UUID | None
    name: str
    country: str
    category: str
    role: str
    charter: bool | None
    charter_from: date | None
    charter_until: date | None
    grant: Decimal | None
    role_stated: bool | None
    added_value: bool | None
    experience: bool | None
    category_statement: str
    role_statement: str
    added_value_statement: str
    experience_statement: str
    contribution: str
    benefit: str
    initiatives: str
    version: int


class ControlTold(Schema):
    controller: str
    controlled: str


class AllianceTold(AllianceInList):
    """`leader`: the id of the person who leads it; `answers`: a call; `grant` in EUR."""

    goals: str
    aims: list[str] | None
    strands: list[str]
    fields: list[str]
    sectors: list[str]
    duration_months: int | None
    grant: Decimal | None
    answers: UUID | None
    leader: UUID
    participants: list[ParticipantTold]
    controls: list[ControlTold]
    version: int


def in_list(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in IN_LIST}


def alliance_told(row: Any) -> dict[str, Any]:
    """`row` with its participants at hand."""
    return {
        **in_list(row),
        **{name: getattr(row, name) for name in DESCRIBED},
        "answers": row.answers_id,
        "leader": leader(row),
        "participants": [participant_told(one) for one in row.participants.all()],
        "controls": [{"controller": one.controller, "controlled": one.controlled} for one in row.controls.all()],
        "version": row.version,
    }


def participant_told(row: Any) -> dict[str, Any]:
    plain = ("id", "number", "key", "state", "coordinator", "version", *OF_PARTICIPANTS)
    told = {name: getattr(row, name) for name in plain if name in ParticipantTold.model_fields}
    return told | {"organisation": row.organisation_id, "contact": who(row.contact), "replaces": row.replaces_id}
