"""An alliance as its page shows it to one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise

from samverk.portal.alliances import permissions, queries
from samverk.portal.alliances.actions.remind import PAUSE
from samverk.portal.alliances.facts import book, case
from samverk.portal.alliances.models import Alliance, Comment, Offer
from samverk.portal.people.models import Person
from samverk.portal.web.alliance.mandates import Mandates, mandates
from samverk.portal.web.alliance.parts import Parts, Row
from samverk.portal.web.alliance.wording import ABOUT, ALLIANCES, STANDINGS, STRANDS
from samverk.portal.web.shared.answer import Answer, answer
from samverk.portal.web.shared.classifications import field_name, sector_name
from samverk.portal.web.shared.countdown import left
from samverk.portal.web.shared.picture import Picture, edition, picture
from samverk.portal.web.shared.registry import places
from samverk.scheme.book import Book
from samverk.scheme.facts import Case

AT_ONCE = 10
"""Comments that the page shows; a link leads to those before."""


class Said(NamedTuple):
    """A comment, and whether the person may take it back."""

    comment: Comment
    may_take_back: bool


class Owes(NamedTuple):
    """What a participant owes, in words, and whether it can be reminded by one press."""

    row: Row
    lines: tuple[str, ...]
    may_remind: bool


@dataclass(frozen=True)
class Page:
    """`mistake`: why a deed was refused. `typed`: what was written in the discussion and not said."""

    alliance: Alliance
    person: Person
    lang: str
    at: datetime
    after: str = ""
    mistake: str = ""
    typed: str = ""

    @cached_property
    def book(self) -> Book:
        return book(self.alliance)

    @property
    def scheme(self) -> str:
        return f"{self.book.texts[self.lang].name} {self.alliance.call}"

    @property
    def state(self) -> str | Promise:
        return ALLIANCES[self.alliance.state]

    @property
    def says(self) -> tuple[tuple[str | Promise, str], ...]:
        """What is said of it beside its name, each under its heading; nothing that nobody has said."""
        row, aims = self.alliance, self.book.texts[self.lang].aims
        lists = {
            "aims": [aims.get(code, code) for code in row.aims or ()],
            "strands": [str(STRANDS.get(code, code)) for code in row.strands],
            "fields": [field_name(code, self.lang) for code in row.fields],
            "sectors": [sector_name(code, self.lang) for code in row.sectors],
        }
        texts = {"goals": row.goals} | {name: "; ".join(said) for name, said in lists.items()}
        return tuple((ABOUT[name], text) for name, text in texts.items() if text)

    @property
    def standing(self) -> str | Promise:
        """Of the call that it answers, at this moment."""
        return STANDINGS[self.alliance.answers.standing(self.at)] if self.alliance.answers else ""

    @property
    def left(self) -> str:
        """How long that call is still open."""
        return left(self.alliance.answers.closes_at, self.at) if self.alliance.answers else ""

    @cached_property
    def case(self) -> Case:
        return case(self.alliance)

    @cached_property
    def answer(self) -> Answer:
        return answer(self.case, self.book, self.lang, lambda _finding: ())

    @cached_property
    def picture(self) -> Picture:
        """The map."""
        return picture(self.case, self.book, self.lang, places(self.case))

    @property
    def outlines(self) -> str:
        """Where the map's outlines are, under a name that changes with them."""
        return reverse("public:outlines", args=(edition(),))

    @cached_property
    def parts(self) -> Parts:
        return Parts(self.alliance, self.person, self.lang, self.book)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Those in it, in order."""
        return tuple(row for row in self.parts.rows if not row.participant.gone)

    @property
    def gone(self) -> tuple[Row, ...]:
        """Those who have left or were taken out."""
        return tuple(row for row in self.parts.rows if row.participant.gone)

    @cached_property
    def owes(self) -> tuple[Owes, ...]:
        """What is still to be done; of an alliance that is over, nothing."""
        if not self.forming:
            return ()
        rows = {row.participant.pk: row for row in self.rows}
        held = {row.participant.pk for row in self.mandates.rows if row.holds} if self.may_lead else None
        owed = queries.owes(self.alliance, self.at, held=held)
        return tuple(self._owes(one, rows[one.participant.pk]) for one in owed)

    def _owes(self, one: queries.Owed, row: Row) -> Owes:
        may = permissions.may_remind(self.person, self.alliance, one.participant)
        last = one.participant.reminded_at
        rested = last is None or last <= self.at - PAUSE
        return Owes(row, self.parts.owed(one.what), bool(may) and rested and "new_invitation" not in one.what)

    @cached_property
    def mandates(self) -> Mandates:
        return mandates(self.alliance, self.person, self.at)

    @property
    def forming(self) -> bool:
        return self.alliance.state == "forming"

    @cached_property
    def pulse(self) -> int:
        """What the page is as new as."""
        return queries.pulse(self.alliance.pk, self.person)

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

    @cached_property
    def may_lead(self) -> bool:
        """Describe it, add to it, choose its call."""
        return bool(permissions.may_describe(self.person, self.alliance))

    @property
    def may_declare_control(self) -> bool:
        return bool(permissions.may_declare_control(self.person, self.alliance))

    @property
    def may_dissolve(self) -> bool:
        return bool(permissions.may_dissolve(self.person, self.alliance))

    @cached_property
    def _said(self) -> tuple[Sequence[Comment], str]:
        page = queries.comments(self.alliance, after=self.after, size=AT_ONCE)
        return page.rows, page.after

    @property
    def said(self) -> tuple[Said, ...]:
        return tuple(Said(one, bool(permissions.may_take_back(self.person, one))) for one in self._said[0])

    @property
    def earlier(self) -> str:
        """The mark of the page of the discussion before this one."""
        return self._said[1]
