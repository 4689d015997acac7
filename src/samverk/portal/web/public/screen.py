"""Everything that the front door shows of one case, worked out when first asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samverk.portal.web.public.examples import Example, examples
from samverk.portal.web.public.forms.deeds import NO_DRAFT, Draft
from samverk.portal.web.public.forms.front_door import Mistake, Typed
from samverk.portal.web.public.rows import Shown, shown
from samverk.portal.web.shared import books
from samverk.portal.web.shared.answer import Answer, Field, answer
from samverk.portal.web.shared.naming import called
from samverk.portal.web.shared.picture import Picture, edition, picture
from samverk.portal.web.shared.registry import Hit, places
from samverk.portal.web.shared.state import encode
from samverk.scheme.book import Book
from samverk.scheme.facts import Case
from samverk.scheme.rules import Measure
from samverk.scheme.verdict import Finding
from samverk.scheme.words import Words, capital, words

PROJECT = {
    "duration_months": ("duration", _("Length, in months")),
    "grant": ("grant", _("EU grant asked for, in euros")),
    "aims": ("aims", _("Aims that the project contributes to")),
}
"""Field of the project -> where it stands on the page, and its label."""


class Control(NamedTuple):
    """A control link: its two keys, and what they are called."""

    controller: str
    controlled: str
    owner: str
    owned: str


@dataclass(frozen=True)
class Page:
    """What is typed and the case that it means, against a book.

    `focus`: the id of the element to go on from. `before`: the case that somebody has just left.
    `hits`: what a search of the registry found; `None` where nobody searched.
    """

    typed: Typed
    case: Case
    book: Book
    lang: str
    mistakes: tuple[Mistake, ...] = ()
    draft: Draft = NO_DRAFT
    focus: str = ""
    before: Case | None = None
    hits: tuple[Hit, ...] | None = None

    @cached_property
    def token(self) -> str:
        """The case as its link holds it."""
        return encode(self.case)

    @cached_property
    def address(self) -> str:
        """Where the page with this case lives."""
        return f"{reverse('public:front-door')}?case={self.token}"

    @cached_property
    def words(self) -> Words:
        """The words of findings in the reader's language."""
        return words(self.lang)

    @cached_property
    def wrong(self) -> Mapping[str, str | Promise]:
        """Field -> what to do about it; without the hyphens that a template cannot name."""
        return {m.field.replace("-", "_"): m.message for m in self.mistakes}

    @cached_property
    def rows(self) -> tuple[Shown, ...]:
        """The organisations."""
        return shown(self.typed, self.mistakes, self.book, self.words)

    @cached_property
    def answer(self) -> Answer | None:
        """The verdict; `None` as long as there is nobody to judge."""
        return answer(self.case, self.book, self.lang, self._fields) if self.case.participants else None

    def _fields(self, finding: Finding) -> tuple[Field, ...]:
        """Where what the finding misses is filled in."""
        rows = {row.text["id"]: row for row in self.rows}
        return tuple(
            Field(f"{missing.field}-{rows[key].key}", rows[key].called)
            for missing in finding.missing
            for key in missing.participants
        ) or tuple(Field(*PROJECT[missing.field]) for missing in finding.missing)

    @cached_property
    def demands(self) -> tuple[str, ...]:
        """What is asked of every alliance, whoever is in it."""
        texts = self.book.texts[self.lang].rules
        return tuple(texts[rule.id].clause for rule in self.book.eligibility.rule if not rule.when and rule.of)

    @cached_property
    def picture(self) -> Picture:
        """The map."""
        return picture(self.case, self.book, self.lang, places(self.case))

    @cached_property
    def outlines(self) -> str:
        """Where the map's outlines are, under a name that changes with them."""
        return reverse("public:outlines", args=(edition(),))

    @cached_property
    def links(self) -> tuple[Control, ...]:
        """Who controls whom."""
        names = {row.text["id"]: row.called for row in self.rows}
        return tuple(Control(a, b, names.get(a, a), names.get(b, b)) for a, b in self.typed.links)

    @cached_property
    def removed(self) -> str:
        """Who has just left, by name."""
        here = {p.id for p in self.case.participants}
        gone = [p for p in self.before.participants if p.id not in here] if self.before else []
        named = (called(p.name, p.category or "", p.country or "", self.book, self.words) for p in gone)
        return self.words.listed(list(named))

    @cached_property
    def undo(self) -> str:
        """The link's token before that."""
        return encode(self.before) if self.before else ""

    @cached_property
    def book_key(self) -> str:
        """Scheme and call as the list of calls names them."""
        return f"{self.book.scheme}/{self.book.call}"

    @cached_property
    def calls(self) -> tuple[books.Group, ...]:
        """Every call to choose from."""
        return books.calls(self.lang)

    @property
    def aims(self) -> tuple[books.Choice, ...]:
        """The aims to choose from."""
        texts = self.book.texts[self.lang].aims
        return tuple(books.Choice(key, texts[key]) for key in self.book.eligibility.aims)

    @cached_property
    def hints(self) -> Mapping[str, str]:
        """Field of the project -> the clause that bounds it."""
        texts = self.book.texts[self.lang].rules
        bounding = (rule for rule in self.book.eligibility.rule if rule.measure is Measure.VALUE)
        return {str(rule.of): texts[rule.id].clause for rule in bounding}

    @property
    def examples(self) -> tuple[Example, ...]:
        """Real alliances to try."""
        return examples()

    @cached_property
    def roles(self) -> tuple[books.Choice, ...]:
        """Full or associated, in words."""
        return tuple(books.Choice(role, capital(self.words.say(f"role.{role}.one"))) for role in ("full", "associated"))

    @cached_property
    def not_known(self) -> str:
        """The first option of every list of answers."""
        return gettext("Not known yet")
