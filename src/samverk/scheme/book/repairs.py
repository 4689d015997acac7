"""What a change to an alliance costs its people (repair.toml): advice beside the rules, so no call pins it."""

from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from pydantic import Field, model_validator

from samverk.scheme.book.load import ROOT, NoSuchBook, read_file, schemes
from samverk.scheme.book.model import Text
from samverk.scheme.rules import Strict, Whole
from samverk.scheme.values import Category


class Kind(StrEnum):
    """What can be done to an alliance so that it fits its rules. `tell`: say a fact that is missing, at no cost."""

    ADD = "add"
    DROP = "drop"
    ROLE = "role"
    CATEGORY = "category"
    COORDINATOR = "coordinator"
    DURATION = "duration"
    GRANT = "grant"
    OWN_GRANT = "own_grant"
    STATEMENT = "statement"
    AIMS = "aims"
    TELL = "tell"


class Cost(Strict):
    """How heavy a change is, beside the others, and why: a sentence in each language."""

    value: Whole = Field(ge=1, le=1000)
    why: Text


class Recast(Strict):
    """Who can count as something else by what it does in the alliance (S7)."""

    from_: Category = Field(alias="from")
    to: Category


class Repairs(Strict):
    """Every kind of change with its cost, and the changes of category that can be argued for."""

    version: str
    cost: dict[Kind, Cost]
    recast: tuple[Recast, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> "Repairs":
        missing = set(Kind) - {Kind.TELL} - set(self.cost)
        if missing:
            raise ValueError(f"cost_missing:{min(missing)}")
        return self

    def of(self, kind: Kind) -> int:
        """The cost of one change of that kind."""
        return 0 if kind is Kind.TELL else self.cost[kind].value

    def recasts(self, category: Category | None) -> tuple[Category, ...]:
        """What a participant of that category can count as instead."""
        return tuple(one.to for one in self.recast if one.from_ == category)


@lru_cache
def open_repairs(scheme: str, root: Path = ROOT) -> Repairs:
    """The costs of the scheme's programme. Raises `NoSuchBook`, or `DocumentError` if the file is malformed."""
    folder = next(root.glob(f"*/{scheme}"), None)
    if folder is None:
        raise NoSuchBook(scheme, tuple(schemes(root)))
    return read_file(Repairs, folder.parent / "repair.toml")
