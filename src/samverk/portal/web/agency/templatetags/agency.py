"""The menu of the agency, with the screens that the reader may see."""

from typing import Any, NamedTuple

from django import template
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from samverk.portal.web.agency.menu import MENU
from samverk.portal.web.agency.screen import roles

register = template.Library()


class Link(NamedTuple):
    """`current`: as aria-current says it; `page`, `true` for a screen below it, or empty."""

    address: str
    label: str | Promise
    current: str


@register.simple_tag(takes_context=True)
def agency_menu(context: dict[str, Any]) -> list[Link]:
    """The links, in order."""
    request: HttpRequest = context["request"]
    mine = roles(request)
    shown = [(_address(item.name), item.label) for item in MENU if not item.shown_to.isdisjoint(mine)]
    home = reverse("agency:home")
    return [Link(address, label, _current(address, request.path, home)) for address, label in shown if address]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _current(address: str, here: str, home: str) -> str:
    if here == address:
        return "page"
    return "true" if address != home and here.startswith(address) else ""
