"""The registry of organisations as the front door uses it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from samverk.portal.organisations.facts import participant
from samverk.portal.organisations.models import Organisation
from samverk.portal.organisations.queries import Located, Suggestion, located, organisation, suggest, with_numbers
from samverk.portal.web.public.books import newest
from samverk.portal.web.public.forms.front_door import DATES, Row, Typed, texts_of
from samverk.portal.web.public.picture import Place
from samverk.scheme.facts import Case
from samverk.scheme.values import Role
from samverk.scheme.words import words

KEYS = ("pic-", "ror-")
"""Before a number of the registry in a participant's id."""


class Hit(NamedTuple):
    """An organisation to pick, as a list shows it."""

    id: str
    label: str
    hint: str


def search(text: str, lang: str) -> tuple[Hit, ...]:
    """Who may be meant by the beginning of a name."""
    return tuple(Hit(str(found.id), found.name, " · ".join(_hint(found, lang))) for found in suggest(text))


def _hint(found: Suggestion, lang: str) -> Iterator[str]:
    say = words(lang)
    place = [found.city, say.country(found.country, newest()) if found.country else ""]
    yield from filter(None, [found.also, ", ".join(filter(None, place))])
    if found.kind:
        yield say.say(f"category.{found.kind}.one")


def places(case: Case) -> dict[str, Place]:
    """Participant -> where the registry says it is, for those that were picked there."""
    pics, rors = (_numbers((p.id for p in case.participants), kind) for kind in KEYS)
    if not pics and not rors:
        return {}
    found = located(pics=pics, rors=rors)
    known = {key: one for one in found for key in _keys(one)}
    return {p.id: (known[p.id].latitude, known[p.id].longitude) for p in case.participants if p.id in known}


def _numbers(ids: Iterable[str], kind: str) -> list[str]:
    return [key.removeprefix(kind) for key in ids if key.startswith(kind)]


def finder(on: date) -> Callable[[str], Mapping[str, str] | None]:
    """Registry number -> the fields of a new row, as far as the registry knows them for a call that closes `on`."""

    def found(number: str) -> Mapping[str, str] | None:
        known = organisation(int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
        if known is None:
            return None
        return texts_of(participant(known, on=on, key=next(_keys(known), ""), role=Role.FULL))

    return found


def redated(typed: Typed, before: date, on: date) -> Typed:
    """The same for a call that closes `on`: charters that stand as the registry had them for `before` change."""
    pics, rors = (_numbers((row.text["id"] for row in typed.rows), kind) for kind in KEYS)
    known = {key: one for one in with_numbers(pics=pics, rors=rors) for key in _keys(one)}
    return replace(typed, rows=tuple(_redated(row, known.get(row.text["id"]), before, on) for row in typed.rows))


def _redated(row: Row, known: Organisation | None, before: date, on: date) -> Row:
    if known is None or _charter(known, before).items() - row.text.items():
        return row  # somebody knows better
    return replace(row, text={**row.text, **_charter(known, on)})


def _charter(known: Organisation, on: date) -> dict[str, str]:
    texts = texts_of(participant(known, on=on))
    return {field: texts[field] for field in ("charter", *DATES)}


def _keys(known: Organisation | Located) -> Iterator[str]:
    """What it is called in a case, the key of choice first."""
    return (kind + number for kind, number in zip(KEYS, (known.pic, known.ror), strict=True) if number)
