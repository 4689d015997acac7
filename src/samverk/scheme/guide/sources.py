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


def cite(sources: tuple[str, ...], book: Book) -> tuple[Cited, ...]:
    """The sources (`KEY` or `KEY place`) as the book's list of sources tells them."""
    return tuple(_cited(source, book) for source in sources)


def _cited(source: str, book: Book) -> Cited:
    key, _, place = source.partition(" ")
    found = book.sources[key]
    return Cited(found.title, place, found.where)
