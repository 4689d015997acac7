"""The schemes and calls to choose from, and a book's words as pages need them."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language

from samverk.scheme.book import Book, open_book, schemes


class Choice(NamedTuple):
    """One option of a list."""

    value: str
    label: str

    @property
    def scheme(self) -> str:
        """Of a call: its scheme."""
        return self.value.partition("/")[0]

    @property
    def call(self) -> str:
        """Of a call: its name."""
        return self.value.partition("/")[2]


class Group(NamedTuple):
    """Options under one heading."""

    label: str
    choices: tuple[Choice, ...]


def language() -> str:
    """The reader's language: one that every book has."""
    return "sv" if (get_language() or "").startswith("sv") else "en"


def newest() -> Book:
    """The first scheme's last call: what a visitor sees first."""
    scheme, calls = next(iter(by_age().items()))
    return open_book(scheme, calls[-1])


@lru_cache
def by_age() -> dict[str, tuple[str, ...]]:
    """Scheme -> calls, the scheme that began first in front."""
    return dict(sorted(schemes().items(), key=lambda pair: pair[1][0]))


@lru_cache
def calls(lang: str) -> tuple[Group, ...]:
    """Every call there is, by scheme, the newest first."""
    return tuple(
        Group(
            open_book(scheme, years[-1]).texts[lang].name,
            tuple(Choice(f"{scheme}/{year}", year) for year in reversed(years)),
        )
        for scheme, years in by_age().items()
    )


@lru_cache
def countries(scheme: str, call: str, lang: str) -> tuple[tuple[str, str, str], ...]:
    """Code, name and standing (`programme`, `partner` or empty) of each country, by name."""
    book = open_book(scheme, call)
    named = [(code, c.names[lang], book.statuses[code] or "") for code, c in book.countries.country.items()]
    return tuple(sorted(named, key=lambda country: alphabetical(country[1], lang)))


_LAST = str.maketrans({"å": "z1", "ä": "z2", "ö": "z3"})
_FLAT = str.maketrans("åäöéèêëçčñôüíáóšžø", "aaoeeeeccnouiaoszo")


def alphabetical(name: str, lang: str) -> str:
    """A key that sorts names as the language does: Å, Ä, Ö are letters of their own in Swedish only."""
    low = name.casefold()
    return (low.translate(_LAST) if lang == "sv" else low).translate(_FLAT)
