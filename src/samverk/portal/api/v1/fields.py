"""Kinds of fields that more than one resource has."""

from typing import Annotated, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Field, Schema
from pydantic import BaseModel, ConfigDict

from samverk.portal.people.models import Person

NO_NULL = r"^[^\x00]*$"
"""No table of PostgreSQL can hold a null character."""

Text = Annotated[str, Field(pattern=NO_NULL, max_length=4000)]
Line = Annotated[str, Field(pattern=NO_NULL, max_length=300)]
Code = Annotated[str, Field(pattern=NO_NULL, min_length=1, max_length=120)]
RowNumber = Annotated[int, Field(ge=1, le=2**63 - 1)]


class Given(Schema):
    """What is sent: a field that the description does not have is an error, never ignored."""

    model_config = ConfigDict(extra="forbid")


class Who(Schema):
    """Somebody, as others of the alliance or organisation see them. No name after erasure."""

    id: UUID
    name: str


def who(person: Person | None) -> dict[str, Any] | None:
    return {"id": person.pk, "name": person.name} if person else None


def plain(kind: type[BaseModel], told: dict[str, Any]) -> dict[str, Any]:
    """What is told as JSON has it: instants, amounts and ids as texts."""
    return kind.model_validate(told).model_dump(mode="json")


def mail_address(text: str) -> str:
    """One as forms take it, or empty."""
    try:
        if text:
            validate_email(text)
    except ValidationError:
        raise ValueError("no e-mail address") from None
    return text
