"""The sentences of the schemes: complete in both languages, citing every clause, agreeing with the rules' figures."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from samverk.scheme.book import open_book, schemes
from samverk.scheme.book.model import Texts
from samverk.scheme.rules import Lookup, Rule

SCHEMES = list(schemes())
WORDS = {
    "sv": {1: "(?:en|ett)", 2: "två", 3: "tre", 4: "fyra", 6: "sex", 8: "åtta"},
    "en": {1: "(?:a|one)", 2: "two", 3: "three", 4: "four", 6: "six", 8: "eight"},
}
GROUPING = {"sv": " ", "en": ","}
SENTENCES = ("clause", "next_step", "reading", "text", "summary")


def texts(scheme: str, lang: str) -> Texts:
    return open_book(scheme, schemes()[scheme][-1]).texts[lang]


def strings(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list | tuple) else ()
    for key, inner in items:
        yield from strings(inner, (*path, key))


def said(scheme: str, lang: str) -> dict[tuple[str | int, ...], str]:
    return {path: text for path, text in strings(texts(scheme, lang).model_dump()) if "source" not in path}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_both_languages_say_the_same_things(scheme: str) -> None:
    swedish, english = said(scheme, "sv"), said(scheme, "en")
    assert swedish.keys() == english.keys()
    assert {path for path, text in swedish.items() if bool(text) != bool(english[path])} == set()
    for key, section in texts(scheme, "sv").about.items():
        assert section.source == texts(scheme, "en").about[key].source


@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_language_says_it_in_its_own_words(scheme: str) -> None:
    swedish, english = said(scheme, "sv"), said(scheme, "en")
    same = {path for path, text in swedish.items() if text and text == english[path]}
    assert same <= {("form", "design.budget", "title")}


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_sentences_are_whole(scheme: str, lang: str) -> None:
    for path, text in said(scheme, lang).items():
        if path[-1] == "reading" and not text:
            continue
        assert text == text.strip() and "  " not in text, path
        assert len(text) > 3 and (path[0] == "about" or text[0] == text[0].upper()), path
        if path[-1] in SENTENCES:
            assert text[-1] in ".?", path
        if path[-1] == "title" or path[0] == "aims":
            assert text[-1] not in ".:" and len(text) < 110, path


def test_every_clause_of_the_seed_is_told() -> None:
    for lang in ("sv", "en"):
        told = {s for section in texts("knowledge-alliances", lang).about.values() for s in section.source}
        assert {f"SEED S{n}" for n in range(1, 22)} <= told


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_section_names_known_sources(scheme: str) -> None:
    known = open_book(scheme, schemes()[scheme][-1]).sources
    for section in texts(scheme, "sv").about.values():
        assert {source.split(" ")[0] for source in section.source} <= set(known)


def figures(rule: Rule, lang: str) -> Iterator[str]:
    """What the clause must say: a small number in words, months and euros in digits."""
    if rule.at_least and rule.at_most is None:
        yield WORDS[lang][rule.at_least]
    yield from (str(months) for months in rule.one_of)
    if isinstance(rule.at_most, Lookup):
        yield from (re.escape(f"{euro:,}".replace(",", GROUPING[lang])) for euro in rule.at_most.values.values())


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_clauses_and_page_say_the_figures_of_the_rules(scheme: str, lang: str) -> None:
    book = open_book(scheme, schemes()[scheme][-1])
    page = " ".join(text for path, text in said(scheme, lang).items() if path[0] == "about")
    for rule in book.rules.values():
        for figure in figures(rule, lang):
            pattern = re.compile(rf"\b{figure}\b", re.IGNORECASE)
            assert pattern.search(texts(scheme, lang).rules[rule.id].clause), (rule.id, figure)
            if not rule.one_of:
                assert pattern.search(page), (rule.id, figure)
