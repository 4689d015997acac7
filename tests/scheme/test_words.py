"""Words: numbers, lists and plurals of each language, and that the languages say the same things."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import samverk.cli
from samverk.scheme.book import open_book, schemes
from samverk.scheme.document import Problem
from samverk.scheme.guide import problem_sentence
from samverk.scheme.rules import FIELDS
from samverk.scheme.values import Category, Certainty, CountryStatus, Outcome, Role, Weight
from samverk.scheme.words import FOLDER, capital, harmless, words

SCHEME = Path(samverk.cli.__file__).parents[1] / "scheme"
CLI = Path(samverk.cli.__file__).parent / "words"
LANGUAGES = ("sv", "en")


@pytest.mark.parametrize(
    ("lang", "n", "unit", "told"),
    [
        ("sv", 1_000_000, "EUR", "1\N{NBSP}000\N{NBSP}000 euro"),
        ("en", 1_000_000, "EUR", "EUR 1,000,000"),
        ("sv", Decimal("999138.80"), "EUR", "999\N{NBSP}138,80 euro"),
        ("en", Decimal("0.01"), "EUR", "EUR 0.01"),
        ("sv", 1, "months", "1 månad"),
        ("sv", 24, "months", "24 månader"),
        ("en", 1, "countries", "1 country"),
        ("en", 0, "countries", "0 countries"),
        ("en", 3, "points", "3 points"),
    ],
)
def test_amounts(lang: str, n: int, unit: str, told: str) -> None:
    assert words(lang).amount(n, unit) == told


def test_lists() -> None:
    assert words("sv").listed([]) == ""
    assert words("sv").listed(["A"]) == "A"
    assert words("sv").listed(["A", "B", "C"]) == "A, B och C"
    assert words("en").listed(["A", "B"], "or") == "A or B"
    assert words("en").listed(["A", "B, of C", "D"]) == "A; B, of C and D"


def test_countries_by_the_book_and_beyond_it() -> None:
    book = open_book("knowledge-alliances", "2020")
    assert words("sv").country("FI", book) == "Finland"
    assert words("sv").country("AQ", book) == "Antarktis"
    assert words("sv").country("QQ", book) == "QQ"


def test_a_missing_word_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        words("sv").say("no.such")


def test_capital_leaves_the_rest() -> None:
    assert capital("ett Företag") == "Ett Företag"
    assert capital("") == ""


def test_harmless_text_commands_no_terminal() -> None:
    assert harmless("\x1b[31mred\u202e\ud800\nlast\N{NBSP}line") == "�[31mred��\nlast\N{NBSP}line"


@pytest.mark.parametrize("folder", [FOLDER, CLI], ids=["findings", "cli"])
def test_both_languages_say_the_same_things_with_the_same_blanks(folder: Path) -> None:
    swedish, english = (dict(flat(tomllib.loads((folder / f"{lang}.toml").read_text("utf-8")))) for lang in LANGUAGES)
    assert swedish.keys() == english.keys()
    assert {key: blanks(text) for key, text in swedish.items()} == {key: blanks(text) for key, text in english.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_has_its_word(lang: str) -> None:
    say = words(lang).say
    for table, values in {
        "outcome": Outcome,
        "weight": Weight,
        "certainty": Certainty,
        "category": Category,
        "kind": Category,
        "role": Role,
        "status": CountryStatus,
    }.items():
        assert all(say(f"{table}.{value}", n) for value in values for n in (1, 2))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_yes_and_no_can_be_said_in_each_way(lang: str) -> None:
    fields = [field for field, kind in FIELDS.items() if kind is bool]
    assert all(
        words(lang).say(f"{way}.{field}.{answer}", n)
        for way in ("who", "is", "be")
        for field in fields
        for answer in ("true", "false")
        for n in (1, 2)
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_unit_of_a_rule_has_its_word(lang: str) -> None:
    units = {
        rule.unit for s, calls in schemes().items() for call in calls for rule in open_book(s, call).rules.values()
    }
    assert units
    assert all(words(lang).has(f"unit.{unit}") for unit in units)


def test_every_code_that_is_raised_is_found() -> None:
    assert {"duplicate_id", "pin_differs", "unknown_key", "wrong_type", "syntax", "unknown_country"} <= codes()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_problem_has_a_sentence_that_is_whole(lang: str) -> None:
    told = {
        (code, about): problem_sentence(Problem(code, about=about), lang)
        for code in sorted(codes())
        for about in ("x", "")
    }
    assert all(text.endswith(".") and not re.search(r"[{}]", text) for text in told.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_for_a_problem_that_cannot_be(lang: str) -> None:
    table = tomllib.loads((FOLDER / f"{lang}.toml").read_text("utf-8"))
    assert table["problem"].keys() - codes() - {"unknown_scheme", "unknown_call"} == set()
    assert table["problem_bare"].keys() <= table["problem"].keys()


def flat(table: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{path}{key}.")
        else:
            yield path + key, value


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def codes() -> set[str]:
    """Every code that the core can raise: of a `Problem`, of a validator's `ValueError`, of screening's `_problem`."""
    return {code for file in SCHEME.rglob("*.py") for code in raised(file)}


RAISING = {"Problem", "ValueError", "complain", "_problem"}


def raised(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and "_CODES" in map(ast.unparse, node.targets):
            yield from ast.literal_eval(node.value).values()
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "code":
            yield from literals(node.value)
        elif isinstance(node, ast.Call) and node.args and ast.unparse(node.func).rpartition(".")[2] in RAISING:
            yield from literals(node.args[0])


def literals(node: ast.expr) -> Iterator[str]:
    """The codes that an expression can start with: `"code:" + …`, `f"code:{about}"`."""
    first = node.values[0] if isinstance(node, ast.JoinedStr) else node
    text = first.value if isinstance(first, ast.Constant) else None
    if isinstance(text, str) and (code := text.partition(":")[0]).replace("_", "").isalpha():
        yield code
