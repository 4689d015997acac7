"""Rules on one selection of organisations ("of which")."""

from samverk.scheme.check.bounds import judge, not_applicable
from samverk.scheme.check.reasons import linked, open_facts
from samverk.scheme.columns import Columns, Match, Set
from samverk.scheme.rules import Rule, Selection
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Missing, Required


def check_selection(rule: Rule, columns: Columns, findings: dict[str, Finding]) -> Finding:
    """Whether one selection fills every place at once. Only asked once each demand is met by itself."""
    selection = columns.book.selections[rule.id]
    required = Required(selection.total)
    alone = {findings[place.rule].outcome for place in selection.places}
    if Outcome.NOT_MET in alone:
        return not_applicable(rule, required)
    matches = [columns.where(place.where) for place in selection.places]
    low, short = _filled(selection, [columns.groups(sure) for sure, _ in matches])
    certain = all(sure == possible for sure, possible in matches)
    high = low if certain else _filled(selection, [columns.groups(possible) for _, possible in matches])[0]
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
        missing=_missing(selection, matches, columns) if outcome is Outcome.UNKNOWN else (),
        linked=linked(columns, whole[1]),
        short_of=short if outcome is not Outcome.MET else (),
    )


def _missing(selection: Selection, matches: list[Match], columns: Columns) -> tuple[Missing, ...]:
    found = [
        missing
        for place, (sure, possible) in zip(selection.places, matches, strict=True)
        for missing in open_facts(place.where, columns, possible & ~sure)
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
