"""How proposals are scored: criteria, thresholds, bands, steps (award.toml)."""

from decimal import Decimal
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from samverk.scheme.book.model import Figure, Versioned
from samverk.scheme.rules import Strict, Whole
from samverk.scheme.values import Certainty


class Band(Strict):
    """A word for a score: from `least` points of the criterion's maximum, up to the next band."""

    id: str
    least: Whole = Field(ge=0)


class Criterion(Strict):
    """One criterion, its bands from the lowest up. With fewer points than `minimum` a proposal is not funded."""

    id: str
    maximum: Whole = Field(gt=0)
    minimum: Whole = Field(ge=0)
    unit: str
    bands: tuple[Band, ...] = ()
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        least = [band.least for band in self.bands]
        if self.minimum > self.maximum:
            raise ValueError(f"minimum_over_maximum:{self.id}")
        if any(a >= b for a, b in pairwise((*least, self.maximum + 1))) or (least and least[0] != 0):
            raise ValueError(f"bands_not_in_order:{self.id}")
        return self

    def band(self, score: Decimal) -> str | None:
        """The word for a score, `None` where the criterion has no bands."""
        return next((band.id for band in reversed(self.bands) if score >= band.least), None)


class Step(Strict):
    """The finest score that may be given."""

    value: Decimal = Field(gt=0)
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Award(Versioned):
    """The criteria, in the order of the form, and how two assessments become one.

    `third_above`: a third assessment is made if the totals differ by more than this.
    """

    criterion: tuple[Criterion, ...] = Field(min_length=1)
    minimum: Figure
    assessments: Figure | None = None
    third_above: Figure | None = None
    individual_step: Step | None = None
    consolidated_step: Step | None = None

    @property
    def maximum(self) -> int:
        """The most points a proposal can get."""
        return sum(criterion.maximum for criterion in self.criterion)
