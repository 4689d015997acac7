"""The check reading: is this alliance eligible, rule by rule, and why?

Missing facts make an interval of what is counted. A rule is met or not met only if it is so over the whole
interval: whatever is learnt later can change an `unknown` finding and no other.
"""

from collections.abc import Iterator
from decimal import Decimal

from samverk.scheme.book.model import Book
from samverk.scheme.columns import Columns, Match, Set
from samverk.scheme.facts import Case
from samverk.scheme.rules import Lookup, Measure, Rule, Selection, Where
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, LeftOut, Missing, Number, Required, Verdict

Interval = tuple[Number, Number | None]
"""Least and most that can be counted; most `None`: no limit."""


def check(case: Case, book: Book) -> Verdict:
    """The findings of every rule of `book` on `case`, in the book's order."""
    columns = Columns(case, book)
    findings: dict[str, Finding] = {}
    for rule in book.rules.values():
        read = _READERS[rule.measure]
        findings[rule.id] = _selection(rule, columns, findings) if read is None else read(rule, columns)
    return Verdict(book.scheme, book.call, tuple(findings.values()))


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


def _participants(rule: Rule, columns: Columns) -> Finding:
    """A rule on participants: `count`, `distinct` or `sum`."""
    required = Required(rule.at_least, rule.at_most, rule.one_of)  # type: ignore[arg-type]
    applies, may_apply = columns.where(rule.when)
    if rule.when and not may_apply:
        return _not_applicable(rule, required)
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
        _left_out(rule.where, columns) if rule.at_least is not None else (),
        _missing(rule, columns, match) if outcome is Outcome.UNKNOWN else (),
        _linked(columns, match[1]) if rule.of == "independent_group" else (),
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


def _left_out(where: Where, columns: Columns) -> tuple[LeftOut, ...]:
    """Who fails which test, for certain."""
    return tuple(
        [
            LeftOut(field, wanted, columns.names(outside))
            for field, wanted in where.items()
            if (outside := columns.outside(field, wanted))
        ]
    )


def _missing(rule: Rule, columns: Columns, match: Match) -> tuple[Missing, ...]:
    """The facts that an unknown outcome hangs on."""
    sure, possible = match
    applies, may_apply = columns.where(rule.when)
    found = [*_open_tests(rule.where, columns, possible & ~sure)]
    if not applies:
        found += _open_tests(rule.when, columns, may_apply)
    if rule.measure in (Measure.SUM, Measure.DISTINCT) and rule.of != "independent_group":
        found += _open_tests({str(rule.of): ()}, columns, possible)
    return tuple(dict.fromkeys(found))


def _open_tests(where: Where, columns: Columns, members: Set) -> Iterator[Missing]:
    for field in where:
        if unknown := members & columns.without(field):
            yield Missing("country" if field == "country_status" else field, columns.names(unknown))


def _linked(columns: Columns, members: Set) -> tuple[tuple[str, ...], ...]:
    """Groups of two or more of the participants: each counts once."""
    if not columns.case.links:
        return ()
    together: dict[int, Set] = {}
    groups = columns.column("independent_group")
    while members:
        bit = members & -members
        group = groups[bit.bit_length() - 1]
        together[group] = together.get(group, 0) | bit
        members ^= bit
    return tuple(columns.names(m) for m in together.values() if m & (m - 1))


def _value(rule: Rule, columns: Columns) -> Finding:
    """A rule on one fact of the project."""
    value = _project_value(columns.case, str(rule.of))
    required, key_missing = _required(rule, columns.case)
    if required is None:
        return _not_applicable(rule, Required())
    missing = tuple(Missing(f, ()) for f, gone in ((str(rule.of), value is None), *key_missing) if gone)
    outcome = Outcome.UNKNOWN if missing or value is None else judge(required, (value, value))
    return Finding(rule.id, outcome, rule.weight, required, value, value, missing=missing)


def _project_value(case: Case, field: str) -> Number | None:
    value = getattr(case.project, field)
    return len(set(value)) if isinstance(value, tuple) else value


def _required(rule: Rule, case: Case) -> tuple[Required | None, tuple[tuple[str, bool], ...]]:
    """The bound, and whether the fact it is looked up by is missing. No bound for that fact: `None`."""
    most = rule.at_most
    if not isinstance(most, Lookup):
        return Required(rule.at_least, most, rule.one_of), ()
    key = _project_value(case, most.by)
    if key is None:
        return Required(rule.at_least), ((most.by, True),)
    found = most.values.get(int(key))
    return (None if found is None else Required(rule.at_least, found)), ()


def _not_applicable(rule: Rule, required: Required) -> Finding:
    return Finding(rule.id, Outcome.NOT_APPLICABLE, rule.weight, required, None, None)


def _selection(rule: Rule, columns: Columns, findings: dict[str, Finding]) -> Finding:
    """Whether one selection fills every place at once. Only asked once each demand is met by itself."""
    selection = columns.book.selections[rule.id]
    required = Required(selection.total)
    alone = {findings[place.rule].outcome for place in selection.places}
    if Outcome.NOT_MET in alone:
        return _not_applicable(rule, required)
    matches = [columns.where(place.where) for place in selection.places]
    low, short = _filled(selection, [columns.groups(sure) for sure, _ in matches])
    high, _ = _filled(selection, [columns.groups(possible) for _, possible in matches])
    outcome = Outcome.UNKNOWN if Outcome.UNKNOWN in alone else judge(required, (low, high))
    whole = matches[-1]
    return Finding(
        rule.id,
        outcome,
        rule.weight,
        required,
        low,
        high,
        columns.names(whole[0]),
        missing=_missing_of(selection, matches, columns) if outcome is Outcome.UNKNOWN else (),
        linked=_linked(columns, whole[1]),
        short_of=short if outcome is not Outcome.MET else (),
    )


def _missing_of(selection: Selection, matches: list[Match], columns: Columns) -> tuple[Missing, ...]:
    found = [
        missing
        for place, (sure, possible) in zip(selection.places, matches, strict=True)
        for missing in _open_tests(place.where, columns, possible & ~sure)
    ]
    return tuple(dict.fromkeys(found))


def _filled(selection: Selection, serving: list[Set]) -> tuple[int, tuple[str, ...]]:
    """How many places can be filled at once, and which demands fall short together.

    By Hall's theorem in its deficiency form: the most that can be seated is the least, over every set of demands,
    of what the others ask for plus the groups that could serve this set.
    """
    most: int = selection.total
    short: tuple[str, ...] = ()
    for demands in selection.subsets:
        reach = 0
        for i in demands.indices:
            reach |= serving[i]
        seated = selection.total - demands.asked + reach.bit_count()
        if seated < most:
            most, short = seated, demands.rules
    return most, short


_READERS = {
    Measure.COUNT: _participants,
    Measure.DISTINCT: _participants,
    Measure.SUM: _participants,
    Measure.VALUE: _value,
    Measure.SELECTION: None,
}
