"""A book compiled for one input: from the rule data to tables of words, and from words to outcomes."""

from collections.abc import Mapping
from functools import lru_cache

from samverk.scheme.book.model import Book
from samverk.scheme.rules import Measure
from samverk.scheme.screen.bounds import judge
from samverk.scheme.screen.chunk import Chunk, Joined
from samverk.scheme.screen.conditions import Conditions, Reading, Values
from samverk.scheme.screen.layout import Layout, tables
from samverk.scheme.screen.measures import counting
from samverk.scheme.screen.presence import Planes, Presence, is_presence
from samverk.scheme.screen.project import Asked
from samverk.scheme.screen.selection import Filling

MOST_RULES = 64


class Program:
    """`values`: column -> what its codes stand for. `width`: bits that count an application's rows."""

    def __init__(self, book: Book, values: Mapping[str, Values], width: int) -> None:
        conditions, layout = Conditions(book, values), Layout(width)
        rules = dict(enumerate(book.rules.values()))
        about_participants = {
            n: rule for n, rule in rules.items() if rule.measure not in (Measure.VALUE, Measure.SELECTION)
        }
        self._rules = len(rules)
        self._presence = Presence(about_participants, conditions, layout)
        self._counts = [
            counting(n, rule, conditions, layout) for n, rule in about_participants.items() if not is_presence(rule)
        ]
        self._selections = [Filling(name, book, conditions, layout) for name in book.selections]
        self._project = [Asked(n, rule) for n, rule in rules.items() if rule.measure is Measure.VALUE]
        led = {"coordinator": (True,)} if "coordinator" in values else {}
        self._led = layout.flags(conditions.where(led, Reading(possible=False, led=False)))
        self._layout = layout
        self._tables = tables(layout, {column: len(those) for column, those in values.items()})

    def run(self, chunk: Chunk) -> Planes:
        """What every rule says of every application of the chunk."""
        planes = Planes(len(chunk), self._rules)
        joined = Joined(chunk, self._layout, self._tables, self._led)
        self._presence.answer(joined, planes)
        for number, rule, counted, unit in self._counts:
            planes.put(number, *judge(rule, *counted(joined), unit=unit))
        for asked in self._project:
            asked.answer(chunk, planes)
        for selection in self._selections:
            selection.answer(joined, planes)
        return planes


class Programs:
    """The programs of one book, compiled when first asked for."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._compiled = lru_cache(maxsize=64)(self._compile)

    def fitting(self, chunk: Chunk) -> Program:
        """The program for the chunk's values and its longest application."""
        values = tuple((column, field.values) for column, field in chunk.source.fields.items())
        return self._compiled(values, chunk.longest.bit_length())

    def _compile(self, values: tuple[tuple[str, Values], ...], width: int) -> Program:
        return Program(self._book, dict(values), width)
