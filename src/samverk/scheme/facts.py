"""The facts of one alliance. Every fact but an organisation's id may be missing: `None` means "not known"."""

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from samverk.scheme.values import Category, Role, iso_country

MOST_PARTICIPANTS = 200
"""Far above any consortium of the scheme (the official workbook has 40 rows); bounds what one case costs."""

Country = Annotated[str, Field(pattern=r"^\s*[A-Za-z]{2}\s*$"), AfterValidator(iso_country)]
Name = Annotated[str, Field(max_length=300)]
Key = Annotated[str, Field(min_length=1, max_length=120)]
Euro = Annotated[Decimal, Field(ge=0, le=10**12, decimal_places=2, allow_inf_nan=False)]


class Facts(BaseModel):
    """Read strictly: an unknown key is an error, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Participant(Facts):
    """One organisation in its role in this alliance.

    `grant` in EUR. `charter` says that the Erasmus Charter is held on the day the call closes;
    `charter_from`/`charter_until` (both included) let the call's day decide instead (S14).
    `role_stated`: the application says what an associated partner does (S11). `added_value`: it says what a
    partner-country organisation adds (S8). `experience`: it shows a consultancy's or intermediary's (S7).
    """

    id: Key
    name: Name = ""
    country: Country | None = None
    role: Role | None = None
    category: Category | None = None
    coordinator: bool | None = None
    charter: bool | None = None
    charter_from: date | None = None
    charter_until: date | None = None
    grant: Euro | None = None
    role_stated: bool | None = None
    added_value: bool | None = None
    experience: bool | None = None

    def charter_on(self, day: date) -> bool | None:
        """Whether the Erasmus Charter is held on `day`; `None` if nothing is known of it."""
        if self.charter is not None or self.charter_from is None:
            return self.charter
        return self.charter_from <= day and (self.charter_until is None or day <= self.charter_until)


class Link(Facts):
    """A declared control link. Either end is a participant's id or the name of an outside organisation."""

    controller: Key
    controlled: Key


class Project(Facts):
    """What is asked for: `grant` in EUR, `aims` among the keys of the scheme (S3)."""

    duration_months: int | None = Field(default=None, ge=0, le=600)
    grant: Euro | None = None
    aims: tuple[Key, ...] | None = Field(default=None, max_length=20)


class Case(Facts):
    """One alliance that answers one call of one scheme."""

    scheme: Key
    call: Key
    title: Name = ""
    project: Project = Project()
    participants: tuple[Participant, ...] = Field(default=(), max_length=MOST_PARTICIPANTS)
    links: tuple[Link, ...] = Field(default=(), max_length=4 * MOST_PARTICIPANTS)

    @model_validator(mode="after")
    def _ids_are_unique(self) -> Self:
        twice = [key for key, n in Counter(p.id for p in self.participants).items() if n > 1]
        if twice:
            raise ValueError(f"duplicate_id:{twice[0]}")
        return self
