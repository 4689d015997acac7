"""What every stage stands on."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    name = "samverk.portal.foundation"
    label = "foundation"
