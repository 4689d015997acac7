"""What a rule demands: its bound in words, and what it forbids."""

from collections.abc import Callable

from samverk.scheme.rules import Lookup, Measure, Rule, Where
from samverk.scheme.verdict import Number, Required
from samverk.scheme.words import Words

UNITS = {"duration_months": "months", "grant": "EUR", "aims": "aims"}
"""The unit of each field of the project."""

Shown = Callable[[Number], str]


def forbids(rule: Rule) -> bool:
    """Whether whoever matches breaks the rule: it counts or sums, and allows nothing."""
    return rule.measure in (Measure.COUNT, Measure.SUM) and rule.at_most == 0 and rule.at_least is None


def forbidden(rule: Rule) -> Where:
    """What is forbidden to those whom a forbidding rule concerns (its `when`)."""
    return {field: values for field, values in rule.where.items() if rule.when.get(field) != values}


def required(rule: Rule) -> Required:
    """The rule's own bound, where none is looked up."""
    return Required(rule.at_least, None if isinstance(rule.at_most, Lookup) else rule.at_most, rule.one_of)


def bound(table: str, bounds: Required, words: Words, shown: Shown) -> str:
    """The bound by the words of a table (`bounds`, `demand`): `at least 6 …`. Empty where there is none.

    `shown` says a number together with what it counts.
    """
    low, high = bounds.at_least, bounds.at_most
    if bounds.one_of:
        numbers = [*map(words.number, bounds.one_of[:-1]), shown(bounds.one_of[-1])]
        return words.say(f"{table}.one_of", what=words.listed(numbers, "or"))
    if low is not None and high is not None and low != high:
        return words.say(f"{table}.between", low=words.number(low), high=shown(high))
    kind = "exactly" if low == high else "at_least" if high is None else "at_most"
    number = high if low is None else low
    return "" if number is None else words.say(f"{table}.{kind}", what=shown(number))
