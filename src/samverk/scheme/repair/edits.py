"""Changes to an alliance, and the alliance after them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple

from samverk.scheme.book.model import Book
from samverk.scheme.book.repairs import Kind
from samverk.scheme.facts import Case, Participant
from samverk.scheme.values import Category, CountryStatus, Role


class Place(NamedTuple):
    """Where an organisation is to be: in one of `countries`. `new`: not in `apart_from`, where others count."""

    status: CountryStatus | None
    countries: tuple[str, ...]
    new: bool = False
    apart_from: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """An organisation that is looked for. Any of the `categories` will do."""

    role: Role
    categories: tuple[Category, ...]
    place: Place
    coordinator: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """One change. `who`: the participant, the new one's id, or empty where it concerns the project.

    `value`: what `field` says from then on. Of a category it is those that will do, of a country a Place, of a new
    organisation the Wanted, of the coordination the ids of all who coordinate afterwards, of aims how many.
    """

    kind: Kind
    who: str = ""
    field: str = ""
    value: Any = None
    cost: int = 0


def apply(case: Case, edits: Iterable[Edit], book: Book) -> Case:
    """The case after the changes. Where several countries or categories will do, the first is taken as an example."""
    for edit in edits:
        case = _applied(case, edit, book)
    return case


def _applied(case: Case, edit: Edit, book: Book) -> Case:
    if edit.kind is Kind.ADD:
        return _with(case, *case.participants, _new(edit.who, edit.value, case, book))
    if edit.kind is Kind.DROP:
        return _with(case, *(p for p in case.participants if p.id != edit.who))
    if edit.field == "coordinator":
        return _with(case, *(_say(p, coordinator=p.id in edit.value) for p in case.participants))
    if not edit.who:
        value = book.eligibility.aims[: edit.value] if edit.field == "aims" else _amount(edit)
        return case.model_copy(update={"project": case.project.model_copy(update={edit.field: value})})
    said = {edit.field: _example(edit, case)}
    return _with(case, *(_say(p, **said) if p.id == edit.who else p for p in case.participants))


def _example(edit: Edit, case: Case) -> Any:
    if isinstance(edit.value, Place):
        return _country(edit.value, case)
    return edit.value[0] if edit.field == "category" else _amount(edit)


def _amount(edit: Edit) -> Any:
    """Money is decimal, as facts hold it."""
    return Decimal(edit.value) if edit.field == "grant" else edit.value


def _new(key: str, wanted: Wanted, case: Case, book: Book) -> Participant:
    """Somebody who fits, with every fact that the rules ask of such a one as it should be."""
    known = Participant(
        id=key,
        role=wanted.role,
        category=wanted.categories[0],
        country=_country(wanted.place, case),
        coordinator=wanted.coordinator,
    )
    return _say(known, **dict.fromkeys(_asked(known, wanted.place.status, book), True))


def _asked(known: Participant, status: CountryStatus | None, book: Book) -> set[str]:
    """The facts that some rule asks of this participant, and that are not known yet."""
    facts = known.model_dump() | {"country_status": status}
    asked: set[str] = set()
    for rule in book.rules.values():
        open_ = {field for field in rule.where if facts[field] is None}
        if all(facts[field] in wanted for field, wanted in rule.where.items() if field not in open_):
            asked |= open_
    return asked


def _country(place: Place, case: Case) -> str:
    """Of the countries that will do, one that is there already, unless it is to be a new one."""
    there = {p.country for p in case.participants}
    fitting = [code for code in place.countries if (code in there) is not place.new]
    return next(iter(fitting), place.countries[0])


def _say(participant: Participant, **facts: Any) -> Participant:
    return participant.model_copy(update=facts)


def _with(case: Case, *participants: Participant) -> Case:
    return case.model_copy(update={"participants": participants})
