"""Rules on participants: `count`, `distinct` and `sum`."""

from decimal import Decimal
from typing import Any

from samverk.scheme.check.bounds import Interval, judge, not_applicable
from samverk.scheme.check.reasons import left_out, linked, open_facts
from samverk.scheme.columns import Columns, Match, Set
from samverk.scheme.rules import Measure, Rule
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Missing


def check_participants(rule: Rule, columns: Columns) -> Finding:
    """The finding of a rule that counts or sums participants."""
    applies, may_apply = columns.where(rule.when) if rule.when else (1, 1)
    if not may_apply:
        return not_applicable(rule, rule.required)
    match = columns.where(rule.where)
    counted = _counted(rule, columns, match)
    outcome = judge(rule.required, counted) if applies else Outcome.UNKNOWN
    return Finding(
        rule.id,
        outcome,
        rule.weight,
        rule.required,
        *counted,
        columns.names(match[0]),
        left_out(rule.where, columns) if rule.at_least is not None else (),
        _missing(rule, columns, match) if outcome is Outcome.UNKNOWN else (),
        linked(columns, match[1]) if rule.of == "independent_group" else (),
    )


def _counted(rule: Rule, columns: Columns, match: Match) -> Interval:
    sure, possible = match
    if rule.measure is Measure.COUNT:
        return sure.bit_count(), possible.bit_count()
    if rule.measure is Measure.SUM:
        return _sum(columns.column(str(rule.of)), columns, match)
    if rule.of == "independent_group":
        return columns.groups(sure).bit_count(), columns.groups(possible).bit_count()
    return _distinct(columns.members(str(rule.of)), match)


def _distinct(members: dict[Any, Set], match: Match) -> Interval:
    """Whoever's value is not known may have one that nobody else has."""
    sure, possible = match
    holders = [who for value, who in members.items() if value is not None]
    low = len([who for who in holders if who & sure])
    high = low if sure == possible else len([who for who in holders if who & possible])
    return low, high + (members.get(None, 0) & possible).bit_count()


def _sum(values: list[Decimal | None], columns: Columns, match: Match) -> Interval:
    low = sum((v for v in columns.pick(values, match[0]) if v is not None), Decimal(0))
    most = columns.pick(values, match[1])
    return low, None if None in most else sum(most, Decimal(0))


def _missing(rule: Rule, columns: Columns, match: Match) -> tuple[Missing, ...]:
    """The facts that an unknown outcome hangs on."""
    sure, possible = match
    applies, may_apply = columns.where(rule.when)
    found = [*open_facts(rule.where, columns, possible & ~sure)]
    if not applies:
        found += open_facts(rule.when, columns, may_apply)
    if rule.measure in (Measure.SUM, Measure.DISTINCT) and rule.of != "independent_group":
        found += open_facts({str(rule.of): ()}, columns, possible)
    return tuple(dict.fromkeys(found))
