"""Words from a table in one language, with plurals, lists, numbers and amounts as the language writes them."""

import tomllib
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from samverk.scheme.book.load import ROOT
from samverk.scheme.book.model import Book

FOLDER = ROOT / "words"
COMMANDS = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
WHOLE, CENTS = "#,##0", "#,##0.00"


class Words:
    """The words of one language. A name is a path into the table: `outcome.met`."""

    def __init__(self, lang: str, table: dict[str, Any]) -> None:
        self.lang, self._table = lang, table
        self._locale = Locale.parse(lang)

    def has(self, name: str) -> bool:
        """Whether there are words by this name."""
        return self._find(name) is not None

    def say(self, name: str, n: int | Decimal = 1, **values: object) -> str:
        """The words by this name: those for `n` where they differ by number, values filled in. Raises `KeyError`."""
        found = self._find(name)
        if isinstance(found, dict):
            found = found.get(self._locale.plural_form(n))
        if found is None:
            raise KeyError(name)
        return str(found).format_map({"n": self.number(n)} | values)

    def _find(self, name: str) -> Any:
        found: Any = self._table
        for part in name.split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found

    def number(self, n: int | Decimal) -> str:
        """A number, its thousands grouped; two decimals if it is not whole."""
        return _number(n, self.lang)

    def amount(self, n: int | Decimal, unit: str) -> str:
        """A number with its unit: `EUR 1,000,000`, `24 months`. A unit without words stands as it is written."""
        if self.has(f"unit.{unit}"):
            return self.say(f"unit.{unit}", n)
        return f"{self.number(n)} {unit}"

    def listed(self, items: Sequence[str], last: str = "and") -> str:
        """`A, B and C`, or `A, of X; B and C`; `last`: `and` or `or`. Nothing for no items."""
        if len(items) < 2:
            return "".join(items)
        between = "; " if any("," in item for item in items) else ", "
        return self.say(f"list.{last}", first=between.join(items[:-1]), last=items[-1])

    def country(self, code: str, book: Book) -> str:
        """The country's name, as the book has it if it does."""
        known = book.countries.country.get(code)
        return known.names[self.lang] if known else self._locale.territories.get(code, code)


@lru_cache(maxsize=4096)
def _number(n: int | Decimal, lang: str) -> str:
    """Kept: a page says the same small numbers a hundred times."""
    return format_decimal(n, WHOLE if n == int(n) else CENTS, lang)


@lru_cache
def words(lang: str, folder: Path = FOLDER) -> Words:
    """The words of a folder in one language (`sv`, `en`)."""
    return Words(lang, tomllib.loads((folder / f"{lang}.toml").read_text("utf-8")))


def harmless(text: str) -> str:
    """The text without characters that command a terminal or turn the direction of writing; line breaks stay."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in COMMANDS else REPLACEMENT for c in text)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
