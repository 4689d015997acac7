"""What to call an organisation that may have no name yet."""

from samverk.scheme.book import Book
from samverk.scheme.values import Category
from samverk.scheme.words import Words, capital


def called(name: str, category: str, country: str, book: Book, words: Words) -> str:
    """What to call an organisation: its name, or what is known of it."""
    if name:
        return name
    kind = words.say(f"kind.{category or Category.OTHER}")
    if country:
        kind = words.say("kind.located", who=kind, country=words.country(country, book))
    return capital(kind)
