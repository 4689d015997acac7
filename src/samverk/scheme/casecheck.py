"""What a case can get wrong against its book, beyond its own form."""

from samverk.scheme.book.model import Book
from samverk.scheme.document import Problem
from samverk.scheme.facts import Case


def unknown_countries(case: Case, book: Book) -> tuple[Problem, ...]:
    """A problem for each participant whose country the book does not have."""
    return tuple(
        Problem("unknown_country", ("participants", index, "country"), about=participant.country)
        for index, participant in enumerate(case.participants)
        if participant.country is not None and participant.country not in book.countries.country
    )
