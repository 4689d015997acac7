"""Fields in the clothes of the design system."""

from django import template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag
def widget(field: BoundField) -> SafeString:
    """The input of a field. Its label stands above it, so nothing is said twice as a placeholder."""
    return field.as_widget(attrs={"class": "ds-input", "placeholder": False})
