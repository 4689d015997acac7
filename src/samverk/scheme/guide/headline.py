"""A finding in one line: what was counted, and what is asked for."""

from samverk.scheme.facts import Case
from samverk.scheme.guide.demands import UNITS, Shown, bound, forbidden, forbids
from samverk.scheme.guide.nouns import Nouns
from samverk.scheme.rules import Lookup, Measure, Rule
from samverk.scheme.values import Outcome
from samverk.scheme.verdict import Finding
from samverk.scheme.words import Words, capital


def headline(finding: Finding, rule: Rule, case: Case, nouns: Nouns) -> str:
    """The line, without a full stop. `rule` is the book's, with the conditions of what it is among."""
    return capital(_headline(finding, rule, case, nouns))


def _headline(finding: Finding, rule: Rule, case: Case, nouns: Nouns) -> str:
    if rule.measure is Measure.VALUE:
        return _value(finding, rule, case, nouns.words)
    if rule.measure is Measure.SELECTION:
        return _selection(finding, rule, nouns)
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return nouns.words.say("headline.absent", none=nouns.none_who(rule.when))
    if rule.measure is Measure.SUM:
        return _sum(finding, rule, nouns)
    if forbids(rule):
        return _forbidden(finding, rule, nouns)
    return _counted(finding, rule, nouns)


def _counted(finding: Finding, rule: Rule, nouns: Nouns) -> str:
    """`2 of 6 independent organisations`; `8 independent organisations; at least 6 required`."""
    words, low, need = nouns.words, finding.low or 0, finding.required.at_least
    if finding.required.at_most is not None or need is None:
        most = low if finding.high is None else finding.high
        have = f"{_range(finding, words, words.number)} {nouns.counted(rule, int(most))}"
        return _demanded(have, finding, words, words.number)
    if low > need:
        return _demanded(f"{words.number(low)} {nouns.counted(rule, int(low))}", finding, words, words.number)
    return _share("of", finding, words, f"{words.number(need)} {nouns.counted(rule, int(need))}")


def _share(name: str, finding: Finding, words: Words, need: str) -> str:
    """So many of so many, and how many missing facts can still make of it."""
    settled = finding.outcome is Outcome.MET or finding.low == finding.high
    name = name if settled else f"{name}_{'unknown' if finding.outcome is Outcome.UNKNOWN else 'open'}"
    low, high = words.number(finding.low or 0), words.number(finding.high or 0)
    return words.say(f"headline.{name}", low=low, high=high, need=need)


def _range(finding: Finding, words: Words, shown: Shown) -> str:
    low, high = finding.low or 0, finding.high
    if high == low:
        return shown(low)
    if high is None:
        return words.say("headline.open", low=shown(low))
    return words.say("headline.range", low=words.number(low), high=shown(high))


def _demanded(have: str, finding: Finding, words: Words, shown: Shown) -> str:
    demand = bound("demand", finding.required, words, shown)
    exact = finding.required.at_least == finding.required.at_most
    return have if exact and finding.outcome is Outcome.MET else words.say("headline.demand", have=have, demand=demand)


def _forbidden(finding: Finding, rule: Rule, nouns: Nouns) -> str:
    """`1 coordinator is an associated partner`, or that there is none."""
    words, low, high, tested = nouns.words, int(finding.low or 0), int(finding.high or 0), forbidden(rule)
    if finding.outcome is Outcome.MET:
        return words.say("headline.is", who=nouns.none(rule.when), does=nouns.predicate("is", tested))
    if finding.outcome is Outcome.NOT_MET:
        who = f"{words.number(low)} {nouns.noun(rule.when, low)}"
        return words.say("headline.is", who=who, does=nouns.predicate("is", tested, low))
    if not high:
        return words.say("headline.may_apply")
    return words.say("headline.facts_missing", high, who=nouns.noun(rule.when, high))


def _sum(finding: Finding, rule: Rule, nouns: Nouns) -> str:
    """`EUR 5,000 for associated partners; none allowed`."""
    words, who = nouns.words, nouns.noun(rule.where)
    if finding.outcome is Outcome.MET and finding.high == 0:
        return words.say("headline.sum_none", who=who)
    amount = _range(finding, words, lambda n: words.amount(n, rule.unit))
    have = words.say("headline.sum", amount=amount, who=who) if finding.low else words.say("headline.not_stated")
    if rule.at_most == 0:
        return words.say("headline.demand", have=have, demand=words.say("demand.none"))
    return _demanded(have, finding, words, lambda n: words.amount(n, rule.unit))


def _value(finding: Finding, rule: Rule, case: Case, words: Words) -> str:
    """`30 months; 24 or 36 months required`."""
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return _no_limit(rule, case, words)
    have = words.say("headline.not_stated") if finding.low is None else words.amount(finding.low, rule.unit)
    if finding.outcome is Outcome.MET:
        return have
    if isinstance(rule.at_most, Lookup) and finding.required.at_most is None:
        open_ = words.say("headline.limit_open", by=words.say(f"by.{rule.at_most.by}"))
        return words.say("headline.demand", have=have, demand=open_)
    return _demanded(have, finding, words, lambda n: words.amount(n, rule.unit))


def _no_limit(rule: Rule, case: Case, words: Words) -> str:
    """That the value by which the bound is looked up has none."""
    by = rule.at_most.by if isinstance(rule.at_most, Lookup) else str(rule.of)
    value = getattr(case.project, by)
    number = len(set(value)) if isinstance(value, tuple) else value
    return words.say("headline.no_limit", by=words.amount(number, UNITS[by]))


def _selection(finding: Finding, rule: Rule, nouns: Nouns) -> str:
    """`5 of 6 places can be filled at once`."""
    if finding.outcome is Outcome.NOT_APPLICABLE:
        return nouns.words.say("headline.places_later")
    return _share("places", finding, nouns.words, nouns.words.number(nouns.book.selections[rule.id].total))
