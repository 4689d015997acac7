"""Whether a bound holds, for many applications at once: the bulk form of `check.bounds`."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from samverk.scheme.rules import Rule

Numbers = NDArray[np.int64]
Truths = NDArray[np.bool_]

NO_LIMIT = np.iinfo(np.int64).max
"""The most that can be counted, where a missing amount can be anything."""


class Answer(NamedTuple):
    """Whether a bound holds over all that can be counted (`yes`), or over none of it (`no`)."""

    yes: Truths
    no: Truths


def judge(rule: Rule, low: Numbers, high: Numbers, *, unit: int = 1) -> Answer:
    """The answer of each application on counts from `low` to `high`. `unit`: how many make one of the bound."""
    if rule.one_of:
        return _one_of([n * unit for n in rule.one_of], low, high)
    yes, no = np.ones(len(low), bool), np.zeros(len(low), bool)
    if rule.at_least is not None:
        yes &= low >= rule.at_least * unit
        no |= high < rule.at_least * unit
    if isinstance(rule.at_most, int):
        yes &= high <= rule.at_most * unit
        no |= low > rule.at_most * unit
    return Answer(yes, no)


def _one_of(allowed: list[int], low: Numbers, high: Numbers) -> Answer:
    within = np.any([(low <= n) & (n <= high) for n in allowed], axis=0)
    return Answer(within & (low == high), ~within)
