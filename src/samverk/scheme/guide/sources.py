"""Where a figure was read, resolved from a book's short names."""

from dataclasses import dataclass

from samverk.scheme.book.model import Book


@dataclass(frozen=True, slots=True)
class Cited:
    """A source: its title, the place in it (empty: all of it) and where it is found."""

    title: str
    place: str
    where: str

    @property
    def line(self) -> str:
        """Title and place."""
        return f"{self.title}, {self.place}" if self.place else self.title


def cite(sources: tuple[str, ...], book: Book, lang: str) -> tuple[Cited, ...]:
    """The sources (`KEY` or `KEY place`) as the book's list of sources tells them, each once with all its places."""
    places: dict[str, list[str]] = {}
    for source in sources:
        key, _, place = source.partition(" ")
        places.setdefault(key, []).extend([place] if place else [])
    return tuple(_cited(key, ", ".join(found), book, lang) for key, found in places.items())


def _cited(key: str, place: str, book: Book, lang: str) -> Cited:
    source = book.sources[key]
    return Cited(source.title[lang], place, source.where)
