"""A verdict as the page and the paper show it: what stands in the way first, then what is open, then the rest."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samverk.scheme.book import Book
from samverk.scheme.check import check
from samverk.scheme.facts import Case
from samverk.scheme.guide import Explained, explain, summary
from samverk.scheme.values import Outcome, Weight
from samverk.scheme.verdict import Finding, Verdict

OTHER = {"sv": "en", "en": "sv"}
TITLES = {
    Outcome.MET: _("Yes, your alliance can apply"),
    Outcome.NOT_MET: _("Not as it stands"),
    Outcome.UNKNOWN: _("Perhaps – some facts are missing"),
}
HEADINGS = {
    "not-met": _("In the way"),
    "warning": _("Worth a look"),
    "unknown": _("Not known yet"),
    "met": _("In place"),
    "not-applicable": _("Not asked of this alliance"),
}


class Field(NamedTuple):
    """A field of the page to fill in, by its id, and what to call it."""

    id: str
    label: str | Promise


class Told(NamedTuple):
    """One rule's answer. `look`: the outcome as style sheets name it. `other_clause`: in the other language.

    `fields`: where what is missing can be filled in.
    """

    look: str
    about: Explained
    other_clause: str
    fields: tuple[Field, ...]

    @property
    def brief(self) -> bool:
        """There is nothing to do about it."""
        return self.look in ("met", "not-applicable")

    @property
    def reasons(self) -> tuple[str, ...]:
        """Those beside who is left out."""
        return self.about.details[len(self.about.left_out) :]


class Group(NamedTuple):
    """Answers of one kind."""

    look: str
    heading: str | Promise
    told: tuple[Told, ...]


@dataclass(frozen=True)
class Answer:
    """What the page says. `title` is the answer in few words, `text` in a sentence or two."""

    look: str
    title: str | Promise
    text: str
    groups: tuple[Group, ...]
    verdict: Verdict
    other: str


def answer(case: Case, book: Book, lang: str, fields: Callable[[Finding], tuple[Field, ...]]) -> Answer:
    """The verdict on a case, told in a language. `fields`: where to fill in what a finding misses."""
    verdict = check(case, book)
    told = [
        _told(explain(finding, book, case, lang), book, OTHER[lang], fields(finding)) for finding in verdict.findings
    ]
    groups = (Group(look, heading, tuple(t for t in told if t.look == look)) for look, heading in HEADINGS.items())
    return Answer(
        _look(verdict.outcome),
        TITLES[verdict.outcome],
        summary(verdict, book, lang),
        tuple(group for group in groups if group.told),
        verdict,
        OTHER[lang],
    )


def _told(about: Explained, book: Book, other: str, fields: tuple[Field, ...]) -> Told:
    warns = about.outcome is Outcome.NOT_MET and about.weight is Weight.WARNS
    return Told("warning" if warns else _look(about.outcome), about, book.texts[other].rules[about.rule].clause, fields)


def _look(outcome: Outcome) -> str:
    return outcome.replace("_", "-")
