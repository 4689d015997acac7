"""The screens of those who form an alliance."""

from django.apps import AppConfig


class WebAllianceConfig(AppConfig):
    name = "samverk.portal.web.alliance"
    label = "web_alliance"
