"""What no single file of a book can tell: whether its parts fit together."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from samverk.scheme.book.model import Book, Country, Texts
from samverk.scheme.document import Problem
from samverk.scheme.rules import Measure, Rule, parts_of


def problems_of(book: Book) -> tuple[Problem, ...]:
    """Every contradiction between the files of a book."""
    return (*_ids(book), *_compositions(book), *_sources(book), *_countries(book), *_texts(book))


def _at(index: int, key: str) -> tuple[str | int, ...]:
    return ("rule", index, key)


def _ids(book: Book) -> Iterator[Problem]:
    ids = [rule.id for rule in book.eligibility.rule]
    for index, rule in enumerate(book.eligibility.rule):
        if rule.id in ids[:index]:
            yield Problem("duplicate_id", _at(index, "id"), about=rule.id)
        if rule.among is not None and rule.among not in ids[:index]:
            yield Problem("among_unknown", _at(index, "among"), about=rule.among)


def _compositions(book: Book) -> Iterator[Problem]:
    by_id = {rule.id: rule for rule in book.eligibility.rule}
    for index, rule in enumerate(book.eligibility.rule):
        whole = by_id.get(rule.among or "")
        if whole and not _fits(rule, whole):
            yield Problem("among_differs", _at(index, "among"), about=rule.id)
        for one, other in combinations(parts_of(rule.id, by_id), 2):
            if not _exclude(one, other):
                yield Problem("parts_overlap", _at(index, "id"), about=f"{one.id}, {other.id}")


def _fits(part: Rule, whole: Rule) -> bool:
    """A part counts what its whole counts, and narrows its conditions; a selection needs groups to select."""
    if whole.of != "independent_group" or whole.at_least is None:
        return False
    if part.measure is Measure.SELECTION:
        return True
    narrows = all(set(part.where[f]) <= set(v) for f, v in whole.where.items() if f in part.where)
    return part.of == whole.of and part.at_least is not None and narrows


def _exclude(one: Rule, other: Rule) -> bool:
    return any(not set(one.where[f]) & set(other.where[f]) for f in one.where.keys() & other.where.keys())


def _sources(book: Book) -> Iterator[Problem]:
    """A source is `KEY` or `KEY place`, the key being one of the book's."""
    for index, rule in enumerate(book.eligibility.rule):
        for source in rule.source:
            if source.split(" ")[0] not in book.sources:
                yield Problem("source_unknown", _at(index, "source"), about=source)


def _countries(book: Book) -> Iterator[Problem]:
    for code, country in book.countries.country.items():
        if not _in_order(country):
            yield Problem("periods_overlap", ("country", code, "periods"), about=code)


def _in_order(country: Country) -> bool:
    return all(a.until < b.from_ for a, b in pairwise(country.periods))


def _texts(book: Book) -> Iterator[Problem]:
    for lang, texts in book.texts.items():
        yield from _wordless(book, lang, texts)
        for key in texts.rules.keys() - book.rules.keys():
            yield Problem("text_without_rule", ("texts", lang, "rules", key), about=key)


def _wordless(book: Book, lang: str, texts: Texts) -> Iterator[Problem]:
    for key in book.rules.keys() - texts.rules.keys():
        yield Problem("rule_without_text", ("texts", lang, "rules"), about=key)
    for key in set(book.eligibility.aims) - texts.aims.keys():
        yield Problem("aim_without_text", ("texts", lang, "aims"), about=key)
