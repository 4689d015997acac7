"""The screens of a person's own account."""

from django.apps import AppConfig


class WebAccountConfig(AppConfig):
    name = "samverk.portal.web.account"
    label = "web_account"
