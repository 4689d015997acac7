"""The screens that need no account."""

from django.apps import AppConfig


class WebPublicConfig(AppConfig):
    name = "samverk.portal.web.public"
    label = "web_public"
