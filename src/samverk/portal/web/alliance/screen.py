"""An alliance as its page shows it to one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise

from samverk.portal.alliances import permissions, queries
from samverk.portal.alliances.facts import case
from samverk.portal.alliances.models import Alliance, Comment, Offer, Participant
from samverk.portal.people.models import Person
from samverk.portal.web.alliance.verbs import VERBS, Verb
from samverk.portal.web.alliance.wording import ALLIANCES, PARTICIPANTS
from samverk.portal.web.shared.answer import Answer, answer
from samverk.portal.web.shared.books import countries
from samverk.portal.web.shared.naming import called
from samverk.scheme.book import Book, open_book
from samverk.scheme.words import capital, words


class Row(NamedTuple):
    """A participant in words, and what the person may do with it. Unknown facts are empty."""

    participant: Participant
    name: str
    country: str
    category: str
    role: str
    state: str | Promise
    may_invite: bool
    may_describe: bool
    verbs: tuple[Verb, ...]


class Said(NamedTuple):
    """A comment, and whether the person may take it back."""

    comment: Comment
    may_take_back: bool


@dataclass(frozen=True)
class Page:
    """`mistake`: why a deed was refused. `typed`: what was written in the discussion and not said."""

    alliance: Alliance
    person: Person
    lang: str
    after: str = ""
    mistake: str = ""
    typed: str = ""

    @cached_property
    def book(self) -> Book:
        return open_book(self.alliance.scheme, self.alliance.call)

    @property
    def scheme(self) -> str:
        return f"{self.book.texts[self.lang].name} {self.alliance.call}"

    @property
    def state(self) -> str | Promise:
        return ALLIANCES[self.alliance.state]

    @cached_property
    def answer(self) -> Answer:
        return answer(case(self.alliance), self.book, self.lang, lambda _finding: ())

    @property
    def rows(self) -> tuple[Row, ...]:
        named = {code: name for code, name, _ in countries(self.alliance.scheme, self.alliance.call, self.lang)}
        return tuple(self._row(one, named) for one in self.alliance.participants.all())

    def _row(self, one: Participant, named: dict[str, str]) -> Row:
        told = words(self.lang)
        say = told.say
        given = (self.person, self.alliance, one)
        return Row(
            one,
            called(one.name, one.category, one.country, self.book, told),
            named.get(one.country, one.country),
            capital(say(f"category.{one.category}.one")) if one.category else "",
            capital(say(f"role.{one.role}.one")) if one.role else "",
            PARTICIPANTS[one.state],
            bool(permissions.may_invite(*given)),
            bool(permissions.may_describe_participant(*given)),
            tuple(verb for verb in VERBS.values() if verb.may(*given)),
        )

    @cached_property
    def offer(self) -> Offer | None:
        return queries.open_offer(self.alliance)

    @property
    def may_answer_offer(self) -> bool:
        return bool(permissions.may_answer_offer(self.person, self.alliance, self.offer))

    @property
    def may_withdraw_offer(self) -> bool:
        return self.offer is not None and bool(permissions.may_withdraw_offer(self.person, self.alliance))

    @property
    def may_say(self) -> bool:
        return bool(permissions.may_say(self.person, self.alliance))

    @property
    def may_dissolve(self) -> bool:
        return bool(permissions.may_dissolve(self.person, self.alliance))

    @cached_property
    def _said(self) -> tuple[Sequence[Comment], str]:
        page = queries.comments(self.alliance, after=self.after)
        return page.rows, page.after

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(Said(one, bool(permissions.may_take_back(self.person, one))) for one in self._said[0])

    @property
    def earlier(self) -> str:
        """The mark of the page of the discussion before this one."""
        return self._said[1]
