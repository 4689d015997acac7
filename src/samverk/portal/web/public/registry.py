"""The registry of organisations as the front door uses it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from samverk.portal.organisations.facts import participant
from samverk.portal.organisations.queries import Suggestion, located, organisation, suggest
from samverk.portal.web.public.books import newest
from samverk.portal.web.public.forms.front_door import texts_of
from samverk.portal.web.public.picture import Place
from samverk.scheme.facts import Case
from samverk.scheme.values import Role
from samverk.scheme.words import words


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
    pics, rors = (_numbers(case, kind) for kind in ("pic-", "ror-"))
    if not pics and not rors:
        return {}
    found = located(pics=pics, rors=rors)
    known = {f"{kind}{number}": one for one in found for kind, number in (("pic-", one.pic), ("ror-", one.ror))}
    return {p.id: (known[p.id].latitude, known[p.id].longitude) for p in case.participants if p.id in known}


def _numbers(case: Case, kind: str) -> list[str]:
    return [p.id.removeprefix(kind) for p in case.participants if p.id.startswith(kind)]


def finder(on: date) -> Callable[[str], Mapping[str, str] | None]:
    """Registry number -> the fields of a new row, as far as the registry knows them for a call that closes `on`."""

    def found(number: str) -> Mapping[str, str] | None:
        known = organisation(int(number)) if number.isascii() and number.isdigit() and len(number) < 19 else None
        if known is None:
            return None
        key = f"pic-{known.pic}" if known.pic else f"ror-{known.ror}" if known.ror else ""
        return texts_of(participant(known, on=on, key=key, role=Role.FULL))

    return found
