"""The countries of a map, put together at once: a page has sixty of them."""

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from samverk.portal.web.shared.picture import Picture

register = template.Library()


@register.simple_tag
def lands(picture: Picture, outlines: str) -> SafeString:
    """Each points at its outline in `outlines`, an address."""
    return format_html_join(
        "", '<use href="{}#{}" class="{}"/>', ((outlines, land.code, land.look) for land in picture.lands)
    )
