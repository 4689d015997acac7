"""The registry of organisations as pages show it."""

from collections.abc import Iterator
from typing import NamedTuple

from samverk.portal.organisations.queries import Suggestion, key_numbers, keys, located, suggest
from samverk.portal.web.shared.books import newest
from samverk.portal.web.shared.picture import Place
from samverk.scheme.facts import Case
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
    pics, rors = key_numbers(p.id for p in case.participants)
    if not pics and not rors:
        return {}
    known = {key: one for one in located(pics=pics, rors=rors) for key in keys(one)}
    return {p.id: (known[p.id].latitude, known[p.id].longitude) for p in case.participants if p.id in known}
