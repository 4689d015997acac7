"""What work and travel are paid: unit costs (rates/*.toml) and the headings they fill (budget.toml)."""

from enum import StrEnum
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from samverk.scheme.book.award import Step
from samverk.scheme.book.model import Figure, Versioned
from samverk.scheme.rules import Strict, Whole
from samverk.scheme.values import Certainty


class Staff(StrEnum):
    """The kinds of work, by what is done in the project."""

    MANAGER = "manager"
    TEACHER = "teacher_trainer_researcher"
    TECHNICIAN = "technician"
    ADMINISTRATIVE = "administrative"


class Traveller(StrEnum):
    """Who takes part in embedded learning mobility."""

    STAFF = "staff"
    LEARNER = "learner"


class DayRates(Strict):
    """EUR per day by country group (1 to 4) and kind of work. Every pair has a rate."""

    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED
    group: dict[int, dict[Staff, Whole]]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if set(self.group) != {1, 2, 3, 4} or any(set(rates) != set(Staff) for rates in self.group.values()):
            raise ValueError("rates_incomplete")
        return self


class Travel(Strict):
    """EUR per participant for the return trip, by the distance one way in km (both ends included)."""

    from_km: Whole
    until_km: Whole
    value: Whole
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Subsistence(Strict):
    """EUR per day, from one day of the stay to another (both included, counted from 1)."""

    who: Traveller
    from_day: Whole
    until_day: Whole
    value: Whole
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Rates(Versioned):
    """The unit costs of a year. Shorter trips and longer stays than the bands cover are not paid."""

    day_rates: DayRates
    travel: tuple[Travel, ...] = Field(min_length=1)
    subsistence: tuple[Subsistence, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _bands_follow_each_other(self) -> Self:
        by_who = [[s for s in self.subsistence if s.who is who] for who in Traveller]
        if any(b.from_km != a.until_km + 1 for a, b in pairwise(self.travel)):
            raise ValueError("bands_not_in_order:travel")
        if any(b.from_day != a.until_day + 1 for stays in by_who for a, b in pairwise(stays)):
            raise ValueError("bands_not_in_order:subsistence")
        return self


class Basis(StrEnum):
    """What a heading of the budget is worked out from."""

    STAFF_DAYS = "staff_days"
    MOBILITY = "mobility"


class Heading(Strict):
    """One heading of the budget."""

    id: str
    basis: Basis
    optional: bool = False
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class StaffGroup(Strict):
    """Which ISCO-88 (COM) major group a kind of work is."""

    id: Staff
    isco_major_group: Whole = Field(ge=1, le=9)
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Budget(Versioned):
    """What the grant is made of. `ceiling`: the rule of eligibility.toml that bounds the whole.

    `events`: how many events, the University-Business Forum among them, the budget is expected to hold at most.
    """

    ceiling: str
    day_step: Step
    trip_step: Step
    events: Figure
    heading: tuple[Heading, ...] = Field(min_length=1)
    staff: tuple[StaffGroup, ...] = Field(min_length=1)
