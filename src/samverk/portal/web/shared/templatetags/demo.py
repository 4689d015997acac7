"""The bar of the demonstration, on top of every page: who one is, and who else one can be."""

from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest

from samverk.portal.people.facts import demonstration
from samverk.portal.people.queries import demonstrators
from samverk.portal.web.shared.books import language

register = template.Library()


@register.inclusion_tag("shared/demo_bar.html", takes_context=True)
def demo_bar(context: dict[str, Any]) -> dict[str, Any]:
    """Empty, and without a query, in a portal that is no demonstration."""
    request: HttpRequest | None = context.get("request")
    if not settings.DEMO or request is None:
        return {}
    here, lang = demonstrators(), language()
    told = [(here[one["key"]], one["what"][lang]) for one in demonstration()["person"] if one["key"] in here]
    mine = next((what for person, what in told if person == request.user), "")
    return {"demo": True, "request": request, "user": request.user, "mine": mine, "people": told}
