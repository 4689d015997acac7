"""What the top of every page says of the reader's inbox."""

from uuid import UUID

from django import template

from samverk.portal.notices.queries import unread_count

register = template.Library()


@register.simple_tag
def unread(person: UUID) -> int:
    """How many messages somebody has not read; one query."""
    return unread_count(person)
