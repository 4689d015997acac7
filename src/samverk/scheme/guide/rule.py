"""A rule in plain words, from its data: whatever the book says, the sentence says."""

from samverk.scheme.book.model import Book
from samverk.scheme.guide.demands import UNITS, bound, forbidden, forbids, required
from samverk.scheme.guide.nouns import Nouns
from samverk.scheme.rules import Lookup, Measure, Rule
from samverk.scheme.values import Weight
from samverk.scheme.verdict import Number, Required
from samverk.scheme.words import capital


def explain_rule(rule: Rule, book: Book, lang: str) -> str:
    """What the rule asks for, in a sentence or a few. `rule` is one of `book.rules`."""
    nouns = Nouns(book, lang)
    said = [_sentence(rule, nouns)]
    if any(rule.where.get(field) != values for field, values in rule.when.items()):
        said.append(nouns.words.say("rule.when", who=nouns.who(rule.when)))
    if rule.weight is Weight.WARNS:
        said.append(nouns.words.say("rule.warns"))
    return " ".join(said)


def _sentence(rule: Rule, nouns: Nouns) -> str:
    if rule.measure is Measure.VALUE:
        return nouns.words.say(f"rule.{rule.of}", bounds=_value_bounds(rule, nouns))
    if rule.measure is Measure.SELECTION:
        return _selection(rule, nouns)
    if rule.measure is Measure.SUM:
        return _sum(rule, nouns)
    if forbids(rule):
        return _forbidding(rule, nouns)
    if rule.of == "country":
        return _countries(rule, nouns)
    return nouns.words.say("rule.has", what=_bounds(rule, nouns, fully=True))


def _bounds(rule: Rule, nouns: Nouns, *, fully: bool) -> str:
    """`at least 6 independent full partners in programme countries`; not `fully`: by the short name."""
    named = nouns.counted_fully if fully else nouns.counted

    def shown(n: Number) -> str:
        return f"{nouns.words.number(n)} {named(rule, int(n))}"

    return bound("bounds", required(rule), nouns.words, shown)


def _countries(rule: Rule, nouns: Nouns) -> str:
    what = _bounds(rule, nouns, fully=False)
    others = {field: values for field, values in rule.where.items() if field != "country_status"}
    return nouns.words.say("rule.countries", Who=capital(nouns.who(others)), what=what)


def _forbidding(rule: Rule, nouns: Nouns) -> str:
    """What is forbidden, or, where lacking something is, what everybody must have."""
    tested = forbidden(rule)
    if rule.when and [*tested.values()] == [(False,)]:
        had = dict.fromkeys(tested, (True,))
        return nouns.words.say("rule.every", who=nouns.who(rule.when, 1, "and"), be=nouns.predicate("be", had))
    none = capital(nouns.none_who(rule.when))
    return nouns.words.say("rule.none_may", Nobody=none, be=nouns.predicate("be", tested))


def _sum(rule: Rule, nouns: Nouns) -> str:
    if rule.at_most == 0:
        return nouns.words.say("rule.sum_none", Who=capital(nouns.who(rule.where)))
    bounds = bound("bounds", required(rule), nouns.words, lambda n: nouns.words.amount(n, rule.unit))
    return nouns.words.say("rule.sum", who=nouns.who(rule.where), bounds=bounds)


def _value_bounds(rule: Rule, nouns: Nouns) -> str:
    words = nouns.words

    def shown(n: Number) -> str:
        return words.amount(n, rule.unit)

    if not isinstance(rule.at_most, Lookup):
        return bound("bounds", required(rule), words, shown)
    by = UNITS[rule.at_most.by]
    looked_up = [
        words.say("bounds.looked_up", bounds=bound("bounds", Required(rule.at_least, most), words, shown), by=key)
        for key, most in ((words.amount(key, by), most) for key, most in rule.at_most.values.items())
    ]
    return words.listed(looked_up)


def _selection(rule: Rule, nouns: Nouns) -> str:
    """The whole's number, and what each rule among it asks for."""
    selection = nouns.book.selections[rule.id]
    *among, whole_rule = (place.rule for place in selection.places)
    whole = f"{nouns.words.number(selection.total)} {nouns.counted(nouns.book.rules[whole_rule], selection.total)}"
    parts = [_bounds(part, nouns, fully=False) for part in nouns.book.rules.values() if part.id in among]
    if not parts:
        return nouns.words.say("rule.selection_whole", what=whole)
    return nouns.words.say("rule.selection", what=whole, parts=nouns.words.listed(parts))
