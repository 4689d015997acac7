"""Conditions as words: who is meant, what is said of them.

A condition becomes a noun (what its first naming field says: category, coordinator, role, standing of the country)
and what comes after it (every other field).
"""

from typing import Any

from samverk.scheme.book.model import Book
from samverk.scheme.rules import Rule, Where
from samverk.scheme.words import words

NAMING = ("category", "coordinator", "role", "country_status")
"""Fields that can be the noun, the first that a condition has."""

SHORT = ("category", "coordinator")
"""Fields that a short name tells of; without them it is `organisations`."""

SAID = ("role", "country_status", "country", "coordinator", "charter", "role_stated", "added_value", "experience")
"""Fields in the order in which they are said after the noun."""

TABLES = {"category": "category", "role": "role", "country_status": "status"}

MANY = 2
"""A number that takes the plural."""


class Nouns:
    """Conditions of one book in one language."""

    def __init__(self, book: Book, lang: str) -> None:
        self.book, self.words = book, words(lang)

    def noun(self, where: Where, n: int = MANY, last: str = "or") -> str:
        """What those who match are called: `higher education institutions`."""
        return self.words.listed([self.words.say(name, n) for name in _names(where)], last)

    def none(self, where: Where) -> str:
        """That there is none: `no consultancy and no intermediary`."""
        return self.words.listed([self.words.say(f"{name}.none") for name in _names(where)])

    def who(self, where: Where, n: int = MANY, last: str = "or") -> str:
        """The noun and all that comes after it: `full partners in programme countries`."""
        return " ".join([self.noun(where, n, last), *self._after(where, n)])

    def none_who(self, where: Where) -> str:
        """That there is none, and all that comes after it."""
        return " ".join([self.none(where), *self._after(where, 1)])

    def _after(self, where: Where, n: int) -> list[str]:
        said = [field for field in SAID if field in where and field != _naming(where)]
        return [self._said("who", field, where[field], n) for field in said]

    def predicate(self, kind: str, where: Where, n: int = 1) -> str:
        """What is said of those who match: `lacks the Erasmus Charter` (`is`), `hold the Erasmus Charter` (`be`)."""
        return self.words.listed([self._said(kind, field, values, n) for field, values in where.items()])

    def _said(self, kind: str, field: str, values: tuple[Any, ...], n: int) -> str:
        if field == "country":
            named = [self.words.country(code, self.book) for code in values]
            return self.words.say(f"{kind}.country.any", n, countries=self.words.listed(named, "or"))
        if field == "category":
            return self.words.say(f"{kind}.category.any", n, categories=self.noun({field: values}, n))
        said = [self.words.say(f"{kind}.{field}.{_key(value)}", n) for value in values]
        return self.words.listed(said, "or")

    def counted(self, rule: Rule, n: int = MANY) -> str:
        """What a rule counts, by its short name: `independent organisations`, `programme countries`."""
        if rule.of == "country":
            return self.words.say(f"noun.{_country(rule.where)}", n)
        named = {field: values for field, values in rule.where.items() if field in SHORT}
        return self._independent(rule, self.noun(named, n))

    def counted_fully(self, rule: Rule, n: int = MANY) -> str:
        """What a rule counts, with every condition: `independent full partners in programme countries`."""
        return self._independent(rule, self.who(rule.where, n))

    def _independent(self, rule: Rule, noun: str) -> str:
        return self.words.say("noun.independent", noun=noun) if rule.of == "independent_group" else noun


def _country(where: Where) -> str:
    status = where.get("country_status", ())
    return str(status[0]) if len(status) == 1 else "country"


def _naming(where: Where) -> str | None:
    return next((field for field in NAMING if field in where and where[field] != (False,)), None)


def _names(where: Where) -> list[str]:
    field = _naming(where)
    if field is None:
        return ["noun.organisation"]
    if field == "coordinator":
        return ["noun.coordinator"]
    return [f"{TABLES[field]}.{_key(value)}" for value in where[field]]


def _key(value: object) -> str:
    return str(value).lower()
