"""Rules on one fact of the project."""

from samverk.scheme.check.bounds import judge, not_applicable
from samverk.scheme.facts import Case
from samverk.scheme.rules import Lookup, Rule
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding, Missing, Number, Required


def check_project(rule: Rule, case: Case) -> Finding:
    """The finding of a rule on a project field. Not applicable where no bound is set for this project."""
    value = _value(case, str(rule.of))
    required, missing = _required(rule, case)
    if required is None:
        return not_applicable(rule, Required())
    if value is None:
        missing = (Missing(str(rule.of), ()), *missing)
    outcome = Outcome.UNKNOWN if missing or value is None else judge(required, (value, value))
    return Finding(rule.id, outcome, rule.weight, required, value, value, missing=missing)


def _value(case: Case, field: str) -> Number | None:
    value = getattr(case.project, field)
    return len(set(value)) if isinstance(value, tuple) else value


def _required(rule: Rule, case: Case) -> tuple[Required | None, tuple[Missing, ...]]:
    """The bound as it applies here, and the fact it is looked up by if that is missing."""
    most = rule.at_most
    if not isinstance(most, Lookup):
        return rule.required, ()
    key = _value(case, most.by)
    if key is None:
        return rule.required, (Missing(most.by, ()),)
    found = most.values.get(int(key))
    return (None if found is None else Required(rule.at_least, found)), ()
