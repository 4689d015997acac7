"""A page of the front door as the report that is printed."""

from collections.abc import Iterator
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from samverk.portal.web.public.report import Judged, Line, Report, Words
from samverk.portal.web.public.rows import Shown
from samverk.portal.web.public.screen import Page
from samverk.portal.web.shared.answer import Told, answer
from samverk.scheme.words import capital


def report(page: Page, link: str, made: date) -> Report:
    """Everything on the pages, worded in the page's language."""
    said = answer(page.case, page.book, page.lang, lambda _finding: ())
    title = page.case.title or gettext("An alliance without a name yet")
    return Report(
        lang=page.lang,
        title=title,
        heading=f"{page.book.texts[page.lang].name} {page.book.call}",
        summary=f"{said.title}. {said.text}",
        outcome=said.verdict.outcome,
        facts=tuple(_facts(page)),
        lines=tuple(_line(row, page) for row in page.rows),
        judged=tuple(_judged(told) for group in said.groups for told in group.told),
        words=Words(
            gettext("Organisations"),
            gettext("Name"),
            gettext("Country"),
            gettext("Takes part as"),
            gettext("Role"),
            gettext("The rules, one by one"),
            gettext("Source"),
        ),
        link=link,
        made=gettext("Made with Samverk on %(day)s") % {"day": date_format(made)},
    )


def _facts(page: Page) -> Iterator[tuple[str, str]]:
    project, texts = page.case.project, page.book.texts[page.lang].aims
    if project.duration_months is not None:
        yield gettext("Length"), page.words.amount(project.duration_months, "months")
    if project.grant is not None:
        yield gettext("EU grant asked for"), page.words.amount(project.grant, "EUR")
    for aim in project.aims or ():
        yield gettext("Aim"), texts.get(aim, aim)


def _line(row: Shown, page: Page) -> Line:
    country, category, role = (row.text[field] for field in ("country", "category", "role"))
    say = page.words.say
    worded = gettext("Coordinator") if row.leads else capital(say(f"role.{role}.one")) if role else page.not_known
    return Line(
        row.called,
        page.words.country(country, page.book) if country else page.not_known,
        capital(say(f"category.{category}.one")) if category else page.not_known,
        worded,
    )


def _judged(told: Told) -> Judged:
    about = told.about
    return Judged(
        about.title,
        about.outcome,
        about.word,
        about.headline,
        (*about.details, *about.next_steps),
        about.clause,
        tuple(cited.line for cited in about.sources),
    )
