"""The guide to a scheme: what it is, and every rule in plain words."""

from dataclasses import dataclass

from samverk.scheme.book.model import Book
from samverk.scheme.guide.rule import explain_rule
from samverk.scheme.guide.sources import Cited, cite
from samverk.scheme.rules import Rule
from samverk.scheme.values import Certainty


@dataclass(frozen=True, slots=True)
class Part:
    """A section. In `text` a string is a paragraph, a tuple of strings a list."""

    key: str
    title: str
    text: tuple[str | tuple[str, ...], ...]
    sources: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class RuleGuide:
    """One rule: `sentence` from its data, `clause` and `reading` (empty if nothing is open) from the texts."""

    rule: str
    title: str
    sentence: str
    clause: str
    reading: str
    sources: tuple[Cited, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Guide:
    """A scheme in one language, its sections and rules in reading order."""

    name: str
    summary: str
    about: tuple[Part, ...]
    rules: tuple[RuleGuide, ...]


def scheme_guide(book: Book, lang: str) -> Guide:
    """The guide to the book's scheme as its call applies it."""
    texts = book.texts[lang]
    about = tuple(Part(key, s.title, s.text, cite(s.source, book, lang)) for key, s in texts.about.items())
    return Guide(texts.name, texts.summary, about, tuple(_rule(rule, book, lang) for rule in book.rules.values()))


def _rule(rule: Rule, book: Book, lang: str) -> RuleGuide:
    text = book.texts[lang].rules[rule.id]
    return RuleGuide(
        rule=rule.id,
        title=text.title,
        sentence=explain_rule(rule, book, lang),
        clause=text.clause,
        reading=text.reading,
        sources=cite(rule.source, book, lang),
        certainty=rule.certainty,
    )
