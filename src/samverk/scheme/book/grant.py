"""The life of a grant: payments, reports, reductions, extension (grant.toml)."""

from typing import Self

from pydantic import Field, model_validator

from samverk.scheme.book.model import Figure, Versioned
from samverk.scheme.rules import Strict, Whole
from samverk.scheme.values import Certainty


class Extension(Strict):
    """How far a project may be prolonged, on request. `more_grant`: whether the grant grows with it."""

    at_most: Whole
    unit: str
    more_grant: bool
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Payment(Strict):
    """One part of the grant, in per cent. `spent`: per cent of the one before that must be used first."""

    id: str
    share: Whole = Field(gt=0, le=100)
    spent: Whole | None = Field(default=None, gt=0, le=100)
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Report(Strict):
    """One report. `due_days` after the end of the project, if that is when it is due."""

    id: str
    due_days: Figure | None = None
    criteria: tuple[str, ...] = Field(min_length=1)
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Reduction(Strict):
    """Per cent by which the grant is cut when the final report scores below so many points (lowest first)."""

    below: Whole
    cut: Whole = Field(gt=0, le=100)
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Grant(Versioned):
    """What happens between agreement and final payment. `audit`: how long papers may be asked for."""

    extension: Extension
    audit: Figure
    publicity_cut: Figure
    payment: tuple[Payment, ...] = Field(min_length=1)
    report: tuple[Report, ...] = Field(min_length=1)
    reduction: tuple[Reduction, ...] = ()

    @model_validator(mode="after")
    def _payments_make_the_whole(self) -> Self:
        if sum(payment.share for payment in self.payment) != 100:
            raise ValueError("payments_not_whole")
        return self
