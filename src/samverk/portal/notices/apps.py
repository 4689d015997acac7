"""Messages to people: what is said, to whom, and what became of it."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "samverk.portal.notices"
    label = "notices"
