"""Rulebooks: loaded strictly from TOML, pinned by call."""

from samverk.scheme.book.load import open_book, schemes
from samverk.scheme.book.model import Book

__all__ = ["Book", "open_book", "schemes"]
