"""The participants of a case as a reader knows them."""

from collections import Counter
from collections.abc import Sequence

from samverk.scheme.book.model import Book
from samverk.scheme.facts import Case
from samverk.scheme.values import Category
from samverk.scheme.words import Words, capital


class People:
    """Names by id. Who has none is told by kind and country, after those who have: `2 companies in Finland`."""

    def __init__(self, case: Case, book: Book, words: Words) -> None:
        self.by_id = {p.id: p for p in case.participants}
        self._book, self._words = book, words

    def named(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The names, each to stand by itself."""
        return (*self._names(ids), *map(capital, self._nameless(ids)))

    def listed(self, ids: Sequence[str], last: str = "and") -> str:
        """The names as a list inside a sentence."""
        return self._words.listed([*self._names(ids), *self._nameless(ids)], last)

    def opening(self, ids: Sequence[str]) -> str:
        """The names as a list that begins a sentence. A name keeps its own first letter."""
        return self.listed(ids) if self._names(ids) else capital(self.listed(ids))

    def _names(self, ids: Sequence[str]) -> list[str]:
        names = [" ".join(self.by_id[key].name.split()) for key in ids]
        return [name for name in names if name]

    def _nameless(self, ids: Sequence[str]) -> list[str]:
        without = [p for p in map(self.by_id.__getitem__, ids) if not p.name.strip()]
        kinds = Counter((p.category or Category.OTHER, p.country) for p in without)
        return [self._told(category, country, n) for (category, country), n in kinds.items()]

    def _told(self, category: Category, country: str | None, n: int) -> str:
        who = self._words.say(f"kind.{category}", n)
        if country is None:
            return who
        return self._words.say("kind.located", who=who, country=self._words.country(country, self._book))
