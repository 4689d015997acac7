"""Rules on participants: `count`, `distinct` and `sum`."""

from decimal import Decimal

from samverk.scheme.check.bounds import Interval, judge, not_applicable
from samverk.scheme.check.reasons import left_out, linked, open_facts
from samverk.scheme.columns import Columns, Match, Set
from samverk.scheme.rules import Measure, Rule
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Missing, Required


def check_participants(rule: Rule, columns: Columns) -> Finding:
    """The finding of a rule that counts or sums participants."""
    required = Required(rule.at_least, rule.at_most, rule.one_of)  # type: ignore[arg-type]
    applies, may_apply = columns.where(rule.when)
    if rule.when and not may_apply:
        return not_applicable(rule, required)
    match = columns.where(rule.where)
    counted = _counted(rule, columns, match)
    outcome = judge(required, counted) if applies or not rule.when else Outcome.UNKNOWN
    return Finding(
        rule.id,
        outcome,
        rule.weight,
        required,
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
    known = {v for v in columns.pick(columns.column(str(rule.of)), sure) if v is not None}
    return len(known), _most_distinct(columns, str(rule.of), possible)


def _most_distinct(columns: Columns, field: str, possible: Set) -> int:
    values = list(columns.pick(columns.column(field), possible))
    return len(set(values) - {None}) + values.count(None)


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
