"""What a check says: one finding a rule, and what they come to together."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from samverk.scheme.values import Outcome, Weight

Number = int | Decimal


class LeftOut(NamedTuple):
    """Participants that do not count because their `field` is not one of `wanted`."""

    field: str
    wanted: tuple[object, ...]
    participants: tuple[str, ...]


class Missing(NamedTuple):
    """A fact that could change the outcome. No participants: a fact of the project."""

    field: str
    participants: tuple[str, ...]


class Required(NamedTuple):
    """The bound as it applies to this alliance; `None` and `()` where that side is open."""

    at_least: Number | None = None
    at_most: Number | None = None
    one_of: tuple[Number, ...] = ()


class Finding(NamedTuple):
    """One rule's answer.

    `low`/`high`: what was counted, over every way in which the missing facts can turn out (`high` `None`:
    no limit; both `None`: nothing to count). `counted`: who counts for certain. `linked`: who counts as one,
    because of control links. `short_of`: the rules whose demands cannot be met by one and the same selection.
    """

    rule: str
    outcome: Outcome
    weight: Weight
    required: Required
    low: Number | None
    high: Number | None
    counted: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[Missing, ...] = ()
    linked: tuple[tuple[str, ...], ...] = ()
    short_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """All findings, in the book's order, of a case against one pinned book."""

    scheme: str
    call: str
    findings: tuple[Finding, ...]

    @property
    def outcome(self) -> Outcome:
        """`met`: eligible; `not_met`: a blocking rule is broken; `unknown`: it hangs on missing facts."""
        blocking = {f.outcome for f in self.findings if f.weight is Weight.BLOCKS}
        if Outcome.NOT_MET in blocking:
            return Outcome.NOT_MET
        return Outcome.UNKNOWN if Outcome.UNKNOWN in blocking else Outcome.MET

    def finding(self, rule: str) -> Finding:
        """The finding of the rule with this id. Raises `KeyError`."""
        for finding in self.findings:
            if finding.rule == rule:
                return finding
        raise KeyError(rule)

    def outcomes(self) -> dict[str, Outcome]:
        """Rule id -> outcome."""
        return {f.rule: f.outcome for f in self.findings}
