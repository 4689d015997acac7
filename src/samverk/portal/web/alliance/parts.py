"""The participants of an alliance in words, and who controls whom among them."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse

from samverk.portal.alliances import permissions
from samverk.portal.alliances.models import Alliance, Participant
from samverk.portal.people.models import Person
from samverk.portal.web.alliance.verbs import VERBS, Verb
from samverk.portal.web.alliance.wording import OWED, PARTICIPANTS, TEXTS
from samverk.portal.web.shared.books import countries
from samverk.portal.web.shared.naming import called
from samverk.scheme.book import Book
from samverk.scheme.words import Words, capital, words

ASKS = tuple(verb for verb in VERBS.values() if verb.on_row and verb.asks)
PRESSES = tuple(verb for verb in VERBS.values() if verb.on_row and not verb.asks)
NOBODY = str(UUID(int=0))


class Row(NamedTuple):
    """A participant in words, and what the person may do with it. Unknown facts are empty.

    `here`: the address of its description, under which those of all deeds to it lie. `says`: what it says of its part,
    each text under its heading. `asks`: deeds that have a page of their own first; `presses`: those by one button.
    """

    participant: Participant
    here: str
    name: str
    country: str
    category: str
    role: str
    state: str
    says: tuple[tuple[str, str], ...]
    may_invite: bool
    may_describe: bool
    may_replace: bool
    asks: tuple[Verb, ...]
    presses: tuple[Verb, ...]


class Link(NamedTuple):
    """A control link: its two ends as they are stored, and what they are called."""

    controller: str
    controlled: str
    owner: str
    owned: str


@dataclass(frozen=True)
class Parts:
    """Of one alliance, for one person, in one language."""

    alliance: Alliance
    person: Person
    lang: str
    book: Book

    @cached_property
    def words(self) -> Words:
        return words(self.lang)

    @cached_property
    def _countries(self) -> dict[str, str]:
        return {code: name for code, name, _ in countries(self.alliance.scheme, self.alliance.call, self.lang)}

    @cached_property
    def _leads(self) -> bool:
        return bool(permissions.may_add(self.person, self.alliance))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All, in order, those who have gone too."""
        return tuple(self._row(one) for one in self.alliance.participants.all())

    @cached_property
    def _here(self) -> str:
        """Of one participant, from which those of the others are made: twenty addresses take a while to look up."""
        return reverse("alliance:describe", args=[self.alliance.pk, NOBODY])

    def name(self, one: Participant) -> str:
        return called(one.name, one.category, one.country, self.book, self.words)

    def _row(self, one: Participant) -> Row:
        say = self.words.say
        given = (self.person, self.alliance, one)
        return Row(
            one,
            self._here.replace(NOBODY, str(one.pk)),
            self.name(one),
            self._countries.get(one.country, one.country),
            capital(say(f"category.{one.category}.one")) if one.category else "",
            capital(say(f"role.{one.role}.one")) if one.role else "",
            str(PARTICIPANTS[one.state]),
            tuple((str(label), text) for field, label in TEXTS.items() if (text := getattr(one, field))),
            bool(permissions.may_invite(*given)),
            bool(permissions.may_describe_participant(*given)),
            self._leads and not one.gone and not (one.has_joined and one.coordinator),
            tuple(verb for verb in ASKS if verb.may(*given)),
            tuple(verb for verb in PRESSES if verb.may(*given)),
        )

    def owed(self, what: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(OWED[code]) for code in what)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Who controls whom, of those who are in it."""
        names = {row.participant.key: row.name for row in self.rows if not row.participant.gone}
        pairs = ((c.controller, c.controlled) for c in self.alliance.controls.all())
        return tuple(Link(a, b, names.get(a, a), names.get(b, b)) for a, b in pairs if {a, b} & names.keys())
