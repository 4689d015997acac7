"""Options of lists, built once a language: a page repeats them in every row."""

from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from samverk.portal.web.shared.books import countries, language
from samverk.scheme.values import Category
from samverk.scheme.words import capital, words

register = template.Library()

NONE = mark_safe('""')
"""An empty value, the only one that needs quotation marks: these lists are most of the page, so they are kept short."""


@register.simple_tag
def country_options(scheme: str, call: str, chosen: str) -> SafeString:
    """Every country, by its standing in the call."""
    return _chosen(_countries(scheme, call, language()), chosen)


@register.simple_tag
def category_options(chosen: str) -> SafeString:
    """What an organisation can count as."""
    return _chosen(_categories(language()), chosen)


def _chosen(options: SafeString, chosen: str) -> SafeString:
    value = format_html("<option value={}>", chosen or NONE)
    return mark_safe(options.replace(value, f"{value[:-1]} selected>", 1))  # noqa: S308 - both parts are escaped


@lru_cache
def _countries(scheme: str, call: str, lang: str) -> SafeString:
    headings = {
        "programme": gettext("Programme countries"),
        "partner": gettext("Partner countries"),
        "": gettext("Neither in this call"),
    }
    groups = (
        (
            heading,
            standing,
            _options([(code, name) for code, name, s in countries(scheme, call, lang) if s == standing]),
        )
        for standing, heading in headings.items()
    )
    kept = [group for group in groups if group[2]]
    return _none() + format_html_join("", '<optgroup label="{}" data-standing="{}">{}</optgroup>', kept)


@lru_cache
def _categories(lang: str) -> SafeString:
    say = words(lang).say
    return _none() + _options([(c.value, capital(say(f"category.{c}.one"))) for c in Category])


def _none() -> SafeString:
    return _options([(NONE, gettext("Not known yet"))])


def _options(pairs: list[tuple[str, str]]) -> SafeString:
    return format_html_join("", "<option value={}>{}", pairs)


@register.filter
def is_list(value: object) -> bool:
    """Of a text: whether it is a list rather than a paragraph."""
    return not isinstance(value, str)


@register.filter
def worded(value: str, table: str) -> str:
    """A word of a closed vocabulary, as the reader calls it."""
    return words(language()).say(f"{table}.{value}")
