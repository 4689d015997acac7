"""Addresses of the page at hand in the other languages."""

from django import template
from django.http import HttpRequest
from django.template import Context
from django.urls import translate_url

register = template.Library()


@register.simple_tag(takes_context=True)
def in_language(context: Context, code: str) -> str:
    """The address of this page, its query kept, in the language `code`.

    A page without a translated address (an error page) leads to that language's home page.
    """
    request: HttpRequest | None = context.get("request")
    here = request.get_full_path() if request else ""
    there = translate_url(here, code)
    return there if there.startswith(f"/{code}/") else f"/{code}/"
