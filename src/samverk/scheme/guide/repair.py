"""A repair in plain words: what to find out first, and what to change."""

from collections import Counter
from dataclasses import dataclass

from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind, Repairs
from samverk.scheme.facts import Case
from samverk.scheme.guide.nouns import Nouns
from samverk.scheme.guide.people import People
from samverk.scheme.repair.edits import Edit, Place, Wanted
from samverk.scheme.values import Category
from samverk.scheme.words import Words, capital, words


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, as a sentence. `edits`: what it stands for. `cost`, `why`: of changes only."""

    text: str
    edits: tuple[Edit, ...]
    cost: int = 0
    why: str = ""


def steps(edits: tuple[Edit, ...], case: Case, book: Book, costs: Repairs, lang: str) -> tuple[Step, ...]:
    """The repair of a case, step by step: facts to find out, then changes; like newcomers are one step."""
    telling = _Telling(case, book, lang)
    alike = Counter(edit.value for edit in edits if edit.kind is Kind.ADD)
    found = [Step(telling.told(e), (e,), e.cost, _why(e, costs, lang)) for e in edits if e.kind is not Kind.ADD]
    for wanted, number in alike.items():
        added = tuple(edit for edit in edits if edit.kind is Kind.ADD and edit.value == wanted)
        text = telling.add(wanted, number)
        found.append(Step(text, added, sum(e.cost for e in added), _why(added[0], costs, lang)))
    return tuple(found)


def _why(edit: Edit, costs: Repairs, lang: str) -> str:
    return "" if edit.kind is Kind.TELL else costs.cost[edit.kind].why[lang]


class _Telling:
    """Sentences about one case in one language."""

    def __init__(self, case: Case, book: Book, lang: str) -> None:
        self.case, self.book = case, book
        self.words: Words = words(lang)
        self.people, self.nouns = People(case, book, self.words), Nouns(book, lang)

    def told(self, edit: Edit) -> str:
        """An edit of somebody who is there, or of the project."""
        who = self.people.listed((edit.who,)) if edit.who else ""
        name = f"repair.{edit.kind}" if edit.kind in PLAIN else f"repair.{edit.kind}_{_field(edit)}"
        return capital(self.words.say(name, who=who, what=self._what(edit)))

    def _what(self, edit: Edit) -> str:
        if isinstance(edit.value, Place):
            return self._place(edit.value, 1, "some")
        if edit.field == "category":
            return self._kinds(edit.value, 1)
        if edit.field == "role":
            return self.words.say(f"role.{edit.value}", 1)
        if edit.field == "coordinator":
            return self._leading(edit.value)
        if edit.field in UNITS and not edit.who:
            return self.words.amount(edit.value, UNITS[edit.field])
        return ""

    def _leading(self, ids: tuple[str, ...]) -> str:
        """Who is to coordinate. A newcomer has no name yet."""
        known = [key for key in ids if key in self.people.by_id]
        new = [self.words.say("repair.newcomer")] if len(known) < len(ids) else []
        return self.words.listed([*([self.people.listed(known)] if known else []), *new])

    def add(self, wanted: Wanted, number: int) -> str:
        """Newcomers of one kind."""
        name = "repair.add_to_lead" if wanted.coordinator else "repair.add"
        where = self._place(wanted.place, number)
        return capital(self.words.say(name, number, what=self._kinds(wanted.categories, number), where=where))

    def _kinds(self, categories: tuple[Category, ...], number: int) -> str:
        if set(categories) == set(Category):
            return self.words.say("repair.any_kind", number)
        if number == 1:
            return self.words.listed([self.words.say(f"kind.{category}", 1) for category in categories], "or")
        return f"{self.words.number(number)} {self.nouns.noun({'category': categories}, number)}"

    def _place(self, place: Place, number: int, free: str = "any") -> str:
        status = place.status or "country"
        if not place.new or (not place.apart_from and number == 1):
            return self.words.say(f"place.{free}_{status}")
        apart = self.words.listed([self.words.country(code, self.book) for code in place.apart_from])
        name = f"place.other_{status}" if apart else f"place.apart_{status}"
        return self.words.say(name, number, countries=apart)


def _field(edit: Edit) -> str:
    """A participant's grant is another than the project's."""
    return "own_grant" if edit.who and edit.field == "grant" else edit.field


PLAIN = (Kind.DROP, Kind.DURATION, Kind.GRANT, Kind.OWN_GRANT, Kind.AIMS, Kind.CATEGORY, Kind.ROLE, Kind.COORDINATOR)
"""Changes whose sentence does not depend on the field."""

UNITS = {"duration_months": "months", "grant": "EUR", "aims": "aims"}
