"""A finding in plain words."""

from dataclasses import dataclass

from samverk.scheme.book.model import Book
from samverk.scheme.facts import Case
from samverk.scheme.guide.demands import forbids
from samverk.scheme.guide.headline import headline
from samverk.scheme.guide.nouns import Nouns
from samverk.scheme.guide.reasons import Reasons
from samverk.scheme.guide.sources import Cited, cite
from samverk.scheme.rules import Measure, Rule
from samverk.scheme.values import Outcome, Weight
from samverk.scheme.verdict import Finding


@dataclass(frozen=True, slots=True)
class Explained:
    """One finding, every text ready to be shown as it is.

    `counted`: names of those who fulfil the rule or, if `breaks`, of those who break it. `left_out`, `missing`,
    `linked`: a line each. `short_of`: which demands clash, empty if none. `next_steps`: empty if nothing is to do.
    """

    rule: str
    title: str
    outcome: Outcome
    word: str
    weight: Weight
    headline: str
    counted: tuple[str, ...]
    breaks: bool
    left_out: tuple[str, ...]
    missing: tuple[str, ...]
    linked: tuple[str, ...]
    short_of: str
    next_steps: tuple[str, ...]
    clause: str
    reading: str
    sources: tuple[Cited, ...]

    @property
    def details(self) -> tuple[str, ...]:
        """Every reason, one after the other."""
        short = (self.short_of,) if self.short_of else ()
        return (*self.left_out, *self.linked, *short, *self.missing)


def explain(finding: Finding, book: Book, case: Case, lang: str) -> Explained:
    """What the finding says of the case. The finding is of this case by this book."""
    rule, text, nouns = book.rules[finding.rule], book.texts[lang].rules[finding.rule], Nouns(book, lang)
    reasons = Reasons(case, nouns)
    return Explained(
        rule=rule.id,
        title=text.title,
        outcome=finding.outcome,
        word=nouns.words.say(f"outcome.{finding.outcome}"),
        weight=finding.weight,
        headline=headline(finding, rule, case, nouns),
        counted=reasons.people.named(_counted(finding, rule, reasons)),
        breaks=forbids(rule),
        left_out=reasons.left_out(finding),
        missing=reasons.missing(finding),
        linked=reasons.linked(finding),
        short_of=_short_of(finding, nouns),
        next_steps=_next_steps(finding, rule, reasons, nouns),
        clause=text.clause,
        reading=text.reading,
        sources=cite(rule.source, book, lang),
    )


def _counted(finding: Finding, rule: Rule, reasons: Reasons) -> tuple[str, ...]:
    """Of a sum that must be nothing, those who have something."""
    if rule.measure is Measure.SUM and forbids(rule):
        return tuple(key for key in finding.counted if getattr(reasons.people.by_id[key], str(rule.of)))
    return finding.counted


def _short_of(finding: Finding, nouns: Nouns) -> str:
    if not finding.short_of:
        return ""
    texts = nouns.book.texts[nouns.words.lang].rules
    return nouns.words.say("short_of.line", rules=nouns.words.listed([texts[key].title for key in finding.short_of]))


def _next_steps(finding: Finding, rule: Rule, reasons: Reasons, nouns: Nouns) -> tuple[str, ...]:
    if finding.outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return ()
    known = finding.outcome is Outcome.NOT_MET
    step = nouns.book.texts[nouns.words.lang].rules[rule.id].next_step if known else nouns.words.say("step.fill_in")
    could = reasons.could_act(finding, rule)
    hint = [nouns.words.say("step.act_as_enterprise", len(could), who=reasons.people.opening(could))] if could else []
    return (step, *hint)
