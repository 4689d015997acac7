"""What a rulebook holds, typed. One class a file of the book."""

import datetime as dt
from datetime import date, datetime
from functools import cached_property
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from samverk.scheme.rules import Measure, Rule, Selection, Strict, Whole, places, with_base
from samverk.scheme.values import Certainty, CountryStatus

Text = dict[str, str]
"""Language code -> sentence."""


# TOML has these types of its own: a number is no day, and a text no number.
Day = Annotated[date, Field(strict=True)]
Hour = Annotated[dt.time, Field(strict=True)]


class Versioned(Strict):
    """Every file of a book: its version and the days on which its figures apply (both included)."""

    version: str
    valid_from: Day
    valid_until: Day | None = None


class Figure(Strict):
    """A number with its unit, source and how sure it is. Its period is that of the file it stands in."""

    value: Whole
    unit: str
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Status(Strict):
    """A country's standing over a period (both days included)."""

    status: CountryStatus
    from_: Day = Field(alias="from", default=date.min)
    until: Day = date.max
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Region(Strict):
    """A group of partner countries, as the programme numbers them."""

    names: Text
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Country(Strict):
    """One country. `region`: that of a partner country. `rate_group`: 1 to 4, which unit rates apply."""

    names: Text
    region: str | None = None
    rate_group: Whole | None = Field(default=None, ge=1, le=4)
    note: Text = {}
    periods: tuple[Status, ...] = Field(min_length=1)

    def status_on(self, day: date) -> CountryStatus | None:
        """The standing on `day`, `None` outside every period."""
        return next((p.status for p in self.periods if p.from_ <= day <= p.until), None)


class Countries(Versioned):
    """ISO 3166-1 alpha-2 code (and XK) -> country; number of a region (R1) -> region."""

    region: dict[str, Region] = {}
    country: dict[str, Country]


class Eligibility(Versioned):
    """The rules, in the order in which they are shown. `aims`: the keys of the aims a project may name (S3)."""

    aims: tuple[str, ...] = ()
    rule: tuple[Rule, ...] = Field(min_length=1)


class Deadline(Strict):
    """The closing instant. `time` is missing where no source tells; then the whole day counts."""

    day: Day
    time: Hour | None = None
    zone: str = "Europe/Brussels"
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED

    @property
    def instant(self) -> datetime:
        """The last instant at which an application is in time."""
        return datetime.combine(self.day, self.time or dt.time.max, ZoneInfo(self.zone))


class StartDates(Strict):
    """The days on which a project may start."""

    days: tuple[Day, ...]
    source: tuple[str, ...] = Field(min_length=1)
    certainty: Certainty = Certainty.CONFIRMED


class Call(Strict):
    """One annual call: which versions of the book's files it pins, and when it closed.

    `assumed`: pinned parts that were read for another year; no source says that this year's were the same.
    """

    year: Whole
    reference: str | None = None
    journal: str | None = None
    deadline: Deadline
    starts: StartDates | None = None
    envelope: Figure | None = None
    pins: dict[str, str]
    assumed: tuple[str, ...] = ()
    source: tuple[str, ...] = Field(min_length=1)


class RuleText(Strict):
    """The words of one rule in one language: a heading, the clause as a sentence, what to do, an open reading."""

    title: str
    clause: str
    next_step: str
    reading: str = ""


class Wording(Strict):
    """A heading and the sentence under it."""

    title: str
    text: str


class Section(Strict):
    """A section of the page about a scheme. In `text` a string is a paragraph, a list of strings a list."""

    title: str
    text: tuple[str | tuple[str, ...], ...] = Field(min_length=1)
    source: tuple[str, ...] = Field(min_length=1)


class Texts(Strict):
    """A scheme's sentences in one language.

    `about` in reading order; `aims` by key; `rules` by rule id; the others by the ids of the file of that name.
    """

    name: str
    summary: str
    about: dict[str, Section]
    aims: Text = {}
    rules: dict[str, RuleText]
    criteria: dict[str, Wording] = {}
    form: dict[str, Wording] = {}
    budget: dict[str, Wording] = {}
    grant: dict[str, Wording] = {}


class Source(Strict):
    """Where a figure was read; its title in each language."""

    title: Text
    where: str


class Book(BaseModel):
    """One scheme as one call applies it. `sources`: short name -> source."""

    model_config = ConfigDict(frozen=True, arbitrary_types_allowed=True)
    scheme: str
    call: str
    terms: Call
    countries: Countries
    eligibility: Eligibility
    texts: dict[str, Texts]
    sources: dict[str, Source]

    def closing(self, instant: datetime) -> "Book":
        """The same book with another closing instant, which has a zone. Countries stand as they do on that day."""
        local = instant.astimezone(ZoneInfo(self.terms.deadline.zone))
        deadline = self.terms.deadline.model_copy(update={"day": local.date(), "time": local.time()})
        terms = self.terms.model_copy(update={"deadline": deadline})
        # Not a copy: it would bring along what was worked out for the old day.
        return Book(**{name: getattr(self, name) for name in Book.model_fields} | {"terms": terms})

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Rule id -> rule, with the conditions of what it is among."""
        by_id = {rule.id: rule for rule in self.eligibility.rule}
        return {rule.id: with_base(rule, by_id) for rule in self.eligibility.rule}

    @cached_property
    def statuses(self) -> dict[str, CountryStatus | None]:
        """Country -> its standing on the day the call closes."""
        day = self.terms.deadline.day
        return {code: country.status_on(day) for code, country in self.countries.country.items()}

    @cached_property
    def selections(self) -> dict[str, Selection]:
        """Selection rule -> the places that it must fill at once."""
        by_id = {rule.id: rule for rule in self.eligibility.rule}
        return {
            rule.id: Selection(places(rule.among, by_id))
            for rule in by_id.values()
            if rule.measure is Measure.SELECTION and rule.among
        }
