"""Whether a bound holds, over every way in which the missing facts can turn out."""

from samverk.scheme.rules import Rule
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Number, Required

Interval = tuple[Number, Number | None]
"""Least and most that can be counted; most `None`: no limit."""


def judge(required: Required, counted: Interval) -> Outcome:
    """Whether a bound holds over the whole interval, over none of it, or over a part."""
    low, high = counted
    if required.one_of:
        return _judge_one_of(required.one_of, low, high)
    least, most = required.at_least, required.at_most
    if (least is not None and high is not None and high < least) or (most is not None and low > most):
        return Outcome.NOT_MET
    if (least is None or low >= least) and (most is None or (high is not None and high <= most)):
        return Outcome.MET
    return Outcome.UNKNOWN


def _judge_one_of(allowed: tuple[Number, ...], low: Number, high: Number | None) -> Outcome:
    if low == high:
        return Outcome.MET if low in allowed else Outcome.NOT_MET
    within = any(low <= n and (high is None or n <= high) for n in allowed)
    return Outcome.UNKNOWN if within else Outcome.NOT_MET


def not_applicable(rule: Rule, required: Required) -> Finding:
    """The finding of a rule that has nothing to apply to."""
    return Finding(rule.id, Outcome.NOT_APPLICABLE, rule.weight, required, None, None)
