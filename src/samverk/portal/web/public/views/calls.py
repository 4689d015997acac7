"""Calls for applications: those of now, those to come, and those that the rulebooks remember."""

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from samverk.portal.calls.facts import title
from samverk.portal.calls.queries import news, schemes_followed, shown_calls
from samverk.portal.calls.states import Standing
from samverk.portal.foundation.paging import BadMark
from samverk.portal.people.models import Person
from samverk.portal.web.shared.books import by_age, language
from samverk.portal.web.shared.countdown import BRUSSELS, left
from samverk.scheme.book import Book, open_book
from samverk.scheme.words import words

FEED = 50
"""Entries."""


class Line(NamedTuple):
    """A call in the list. `left`: in words."""

    title: str
    call: Any
    standing: Standing
    left: str


class Past(NamedTuple):
    """A call that a rulebook holds. `envelope`: with its currency, empty if it is not known."""

    book: Book
    envelope: str


class Item(NamedTuple):
    """An entry of the feed about `row`, which is of `call`. `dates`: instants, the first and the last."""

    row: Any
    call: Any
    view: str
    dates: tuple[Any, ...]
    title: str
    said: str


@require_safe
def calls(request: HttpRequest) -> HttpResponse:
    """Every call that is or was published; on the first page those of the rulebooks too."""
    at, lang, after = timezone.now(), language(), request.GET.get("after", "")
    try:
        found = shown_calls(after=after)
    except BadMark:
        raise Http404 from None
    lines = [Line(title(c, lang), c, c.standing(at), left(c.closes_at, at)) for c in found.rows]
    context = {"groups": _groups(lines, after), "after": found.after, "past": () if after else past(lang)}
    if isinstance(request.user, Person):
        context["followed"] = schemes_followed(request.user)
    return render(request, "public/calls.html", context)


def _groups(lines: list[Line], after: str) -> Iterator[tuple[str, list[Line]]]:
    """Heading and lines; that there is nothing open is worth a heading on the first page."""
    closed = (Standing.CLOSED, Standing.WITHDRAWN)
    shown = [line for line in lines if line.standing is Standing.OPEN]
    if shown or not after:
        yield gettext("Open now"), sorted(shown, key=lambda line: line.call.closes_at)
    for heading, standings in ((gettext("Coming"), (Standing.COMING,)), (gettext("Closed calls"), closed)):
        if some := [line for line in lines if line.standing in standings]:
            yield heading, some


@lru_cache
def past(lang: str) -> tuple[tuple[str, tuple[Past, ...]], ...]:
    """Scheme and its calls in the rulebooks, the newest first."""
    return tuple(
        (open_book(scheme, years[-1]).texts[lang].name, tuple(_past(scheme, year, lang) for year in reversed(years)))
        for scheme, years in by_age().items()
    )


def _past(scheme: str, year: str, lang: str) -> Past:
    book = open_book(scheme, year)
    money = book.terms.envelope
    return Past(book, words(lang).amount(money.value, money.unit) if money else "")


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest calls as an Atom feed, with changes and answers; a call comes up again when it is changed."""
    lang, here = language(), request.build_absolute_uri
    atom = Atom1Feed(
        title=gettext("Calls for applications"),
        link=here(reverse("public:calls")),
        description="",
        language=lang,
        feed_url=here(),
    )
    for item in sorted(_items(lang), key=lambda item: item.dates[-1], reverse=True)[:FEED]:
        atom.add_item(
            title=item.title,
            link=here(reverse(item.view, args=[item.call.pk])),
            description=item.said,
            unique_id=item.row.pk.urn,
            pubdate=item.dates[0],
            updateddate=item.dates[-1],
        )
    return HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)


def _items(lang: str) -> Iterator[Item]:
    """What a feed reader is told of, in no order."""
    rows = shown_calls(size=FEED).rows
    for c in rows:
        said, dates = _news(c.standing(timezone.now()), c.closes_at), (c.published_at, c.changed_at)
        yield Item(c, c, "public:call", dates, _named(c, lang), said)
    changes, answered = news(rows, size=FEED)
    for made in changes:
        name = gettext("%(call)s has been changed") % {"call": _named(made.call, lang)}
        yield Item(made, made.call, "public:call", (made.made_at,), name, made.reason(lang))
    for row in answered:
        name = gettext("A question about %(call)s has been answered") % {"call": _named(row.call, lang)}
        said = f"{row.question(lang)}\n\n{row.answer(lang)}"
        yield Item(row, row.call, "public:call-questions", (row.published_at,), name, said)


def _named(call: Any, lang: str) -> str:
    return f"{title(call, lang)} {call.edition}"


def _news(standing: Standing, closes_at: datetime) -> str:
    if standing is Standing.WITHDRAWN:
        return gettext("This call has been withdrawn.")
    closing = timezone.localtime(closes_at, BRUSSELS)
    said = gettext("Closes on %(day)s at %(time)s, Brussels time")
    return said % {"day": date_format(closing.date()), "time": closing.strftime("%H:%M")}
