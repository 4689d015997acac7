"""The parts that every audience's screens share: base page, styles, template tags."""

from django.apps import AppConfig


class WebSharedConfig(AppConfig):
    name = "samverk.portal.web.shared"
    label = "web_shared"
